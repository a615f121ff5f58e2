package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.PemSamples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS of the real jar, and clients that trust its certificate. */
@Tag("T1")
class TlsIT {

    private static Vault vault;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Path certificate = Files.writeString(folder.resolve("chain.pem"), PemSamples.EC.certificate());
        Path key = Files.writeString(folder.resolve("key.pem"), PemSamples.text("ec-sec1.key"));
        vault = Vault.start(
                List.of(),
                Map.of(
                        "OMNIBRIDGE_HTTP_HOST", "0.0.0.0",
                        "OMNIBRIDGE_TLS_CERTIFICATE_FILE", certificate.toString(),
                        "OMNIBRIDGE_TLS_KEY_FILE", key.toString()));
        PemSamples.text("ec-sec1.key")
                .lines()
                .filter(line -> line.length() == 64)
                .forEach(line -> vault.watch("key", line));
    }

    @AfterAll
    static void stop() {
        vault.close();
    }

    @Test
    void the_api_uses_tls() throws Exception {
        HttpResponse<String> linked = send(
                client(PemSamples.EC),
                request(vault.port(), "/accounts/link")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(vault.linkBody("github", "1", ""))));

        assertEquals(201, linked.statusCode(), linked::body);
        assertEquals(
                200,
                send(client(PemSamples.EC), request(vault.port(), "/accounts")).statusCode());
    }

    @Test
    void the_metrics_use_tls_too() throws Exception {
        assertEquals(
                200,
                send(client(PemSamples.EC), request(vault.metricsPort(), "/metrics"))
                        .statusCode());
    }

    @Test
    void a_client_that_does_not_trust_the_certificate_fails() {
        assertThrows(
                SSLHandshakeException.class, () -> send(client(PemSamples.RSA), request(vault.port(), "/healthz")));
    }

    @Test
    void the_start_logs_both_addresses_and_no_warning() {
        String log = vault.run().err();

        assertTrue(log.contains("listening on https://0.0.0.0:" + vault.port()), log);
        assertTrue(log.contains("metrics on https://0.0.0.0:" + vault.metricsPort()), log);
        assertEquals("", log.lines().filter(line -> line.contains(" WARN ")).collect(Collectors.joining("\n")));
    }

    private static HttpClient client(PemSamples trusted) {
        return HttpClient.newBuilder().sslContext(trusted.trusted()).build();
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .header("Authorization", "Bearer " + vault.token("alice"));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
