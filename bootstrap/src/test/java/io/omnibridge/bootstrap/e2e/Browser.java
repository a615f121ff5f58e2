package io.omnibridge.bootstrap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Somebody's browser, with a cookie jar of its own. It goes where it is sent one step at a time. */
final class Browser {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Vault vault;

    Browser(Vault vault) {
        this.vault = vault;
    }

    /** Opens {@code url}; what is public about OmniBridge stands on loopback. */
    HttpResponse<String> open(String url) {
        URI uri = URI.create(url.replace(ProvidersFile.PUBLIC_URL, "http://127.0.0.1:" + vault.port()));
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the provider's page, agrees, and tells where the provider sends it. */
    String consent(String authorizationUrl) {
        return location(open(authorizationUrl));
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
