package io.omnibridge.bootstrap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A browser with a cookie jar of its own. It follows no redirect by itself. */
class Browser {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(new LoopbackCookies(), CookiePolicy.ACCEPT_ORIGINAL_SERVER))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Vault vault;

    Browser(Vault vault) {
        this.vault = vault;
    }

    /** Opens {@code url}. The public URL of OmniBridge leads to its port on loopback. */
    HttpResponse<String> open(String url) {
        return send(HttpRequest.newBuilder(actual(url)).build());
    }

    /** Submits a form of OmniBridge's own pages. */
    HttpResponse<String> submit(String url, String form) {
        return send(HttpRequest.newBuilder(actual(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private URI actual(String url) {
        return URI.create(url.replace(ProvidersFile.PUBLIC_URL, "http://127.0.0.1:" + vault.port()));
    }

    /** Submits a form. */
    HttpResponse<String> post(String url, String form) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the provider's page, consents, and returns the URL of the provider's redirect. */
    String consent(String authorizationUrl) {
        return location(open(authorizationUrl));
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
