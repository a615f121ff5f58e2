package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.bootstrap.demo.DemoProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The packaged service with pages, and the demo as its provider and its issuer. alice and bob can sign in. */
final class PagesService implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final DemoProvider demo;
    private final Vault vault;
    private final String base;

    private PagesService(DemoProvider demo, Vault vault, String base) {
        this.demo = demo;
        this.vault = vault;
        this.base = base;
    }

    static PagesService start() {
        try {
            DemoProvider demo = DemoProvider.start(new SecureRandom(), Clock.systemUTC());
            int port = freePort();
            Map<String, String> settings = new HashMap<>(ProvidersFile.settings(providers(demo)));
            settings.put("OMNIBRIDGE_HTTP_PORT", Integer.toString(port));
            settings.put("OMNIBRIDGE_PUBLIC_URL", "http://localhost:" + port);
            settings.put("OMNIBRIDGE_JWT_ISSUER", demo.issuer());
            settings.put("OMNIBRIDGE_JWT_AUDIENCE", "omnibridge");
            settings.put("OMNIBRIDGE_JWKS_URL", demo.issuer() + "/jwks");
            settings.put("OMNIBRIDGE_UI_CLIENT_ID", "omnibridge-demo");
            return new PagesService(demo, Vault.start(List.of(), settings), "http://localhost:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String providers(DemoProvider demo) throws IOException {
        try (InputStream in = DemoProvider.class.getResourceAsStream("providers.yaml")) {
            String yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return yaml.split("(?m)^providers:\n", 2)[1].replace(
                    "http://127.0.0.1:8090", demo.url().toString());
        }
    }

    /** Returns a port that was free a moment ago: the public URL has to name it before the start. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    PagesPerson person() {
        return new PagesPerson(base);
    }

    /** Links accounts of a person by the API. */
    void link(String person, List<String> bodies) {
        String token = send(HttpRequest.newBuilder(URI.create(demo.issuer() + "/demo-token?account=" + person)))
                .body()
                .strip();
        for (String body : bodies) {
            HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(base + "/accounts/link"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            assertEquals(201, response.statusCode(), response::body);
        }
    }

    /** Returns the status with which a data route answers a lease token. */
    int statusOfSources(String leaseToken) {
        return send(HttpRequest.newBuilder(URI.create(base + "/sources"))
                        .header("Authorization", "Bearer " + leaseToken))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vault.close();
        demo.close();
    }
}
