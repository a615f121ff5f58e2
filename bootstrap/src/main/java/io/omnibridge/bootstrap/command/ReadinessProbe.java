package io.omnibridge.bootstrap.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** One request to {@code GET /readyz} of a service on this machine. */
final class ReadinessProbe {

    /** Shorter than the limits of the usual orchestrators. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final int READY = 200;

    private ReadinessProbe() {}

    /** Returns if the service is ready. Its certificate is not checked: it names another host, and nothing secret is sent. */
    static void ask(URI service) throws NotReady, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/readyz"))
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<Void> response = client().send(request, HttpResponse.BodyHandlers.discarding());
            if (response.statusCode() != READY) {
                throw new NotReady("not ready: the service at " + service + " responded " + response.statusCode());
            }
        } catch (IOException e) {
            throw new NotReady("not ready: the service cannot be reached at " + service + " ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private static HttpClient client() {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {new TrustAllCertificates()}, null);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .sslContext(tls)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }
}
