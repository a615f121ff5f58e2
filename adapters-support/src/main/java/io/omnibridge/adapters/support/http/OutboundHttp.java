package io.omnibridge.adapters.support.http;

import io.omnibridge.adapters.support.net.Authority;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Settings that every outbound HTTP client of this service has in common. */
public final class OutboundHttp {

    /** The name of this service in the {@code User-Agent} header. */
    public static final String USER_AGENT = "OmniBridge";

    /** The value of {@code Accept-Encoding}. Without the header, a server may choose any encoding (RFC 9110 §12.5.3). */
    public static final String ACCEPT_ENCODING = "identity";

    static {
        // The JDK's client reads it once, before its first request. Host is set by request(), Connection by providers'
        // transport.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
        // By default the JDK's client keeps Basic credentials from proxies that tunnel.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    private OutboundHttp() {}

    /** Returns whether requests may have the header {@code Connection}: not if other code sent a request before this class was loaded. */
    public static boolean mayRequestsHaveConnectionHeader() {
        try {
            HttpRequest.newBuilder(URI.create("http://localhost/")).setHeader("Connection", "close");
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Returns the builder of a request to {@code url}. If the JDK's client does not know its host as a name, the host is
     * resolved now, and the request still names it.
     *
     * @throws UnknownHostException if such a host cannot be resolved
     */
    public static HttpRequest.Builder request(URI url) throws UnknownHostException {
        return Authority.isKnownToJdk(url) ? HttpRequest.newBuilder(url) : request(url, InetAddress::getByName);
    }

    static HttpRequest.Builder request(URI url, Resolver resolver) throws UnknownHostException {
        Authority authority = Authority.of(url).orElseThrow(() -> new UnknownHostException("no host"));
        String address = resolver.resolve(authority.host()).getHostAddress();
        String host = address.contains(":") ? "[" + address + "]" : address;
        String port = authority.port() < 0 ? "" : ":" + authority.port();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return HttpRequest.newBuilder(URI.create(url.getScheme() + "://" + host + port + url.getRawPath() + query))
                .header("Host", authority.host() + port);
    }

    /** Resolves the name of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress resolve(String host) throws UnknownHostException;
    }

    /**
     * Returns the builder of a client that speaks HTTP/1.1, uses no proxy, whatever the JVM's properties say, and follows no
     * redirects: the JDK's client would send the {@code Authorization} header to the host that a redirect names.
     */
    public static HttpClient.Builder clientBuilder(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(connectTimeout);
    }
}
