package io.omnibridge.adapters.support.http;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;

/** Settings that every outbound HTTP client of this service has in common. */
public final class OutboundHttp {

    /** The name of this service in the {@code User-Agent} header. */
    public static final String USER_AGENT = "OmniBridge";

    /** The value of {@code Accept-Encoding}. Without the header, a server may choose any encoding (RFC 9110 §12.5.3). */
    public static final String ACCEPT_ENCODING = "identity";

    private OutboundHttp() {}

    /**
     * Returns the builder of a client that speaks HTTP/1.1 and follows no redirects: the JDK's client would send the
     * {@code Authorization} header to the host that a redirect names.
     */
    public static HttpClient.Builder clientBuilder(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connectTimeout);
    }
}
