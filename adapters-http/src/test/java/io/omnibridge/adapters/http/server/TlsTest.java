package io.omnibridge.adapters.http.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.omnibridge.adapters.http.testing.PemSamples;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestSetup;
import io.omnibridge.adapters.support.testing.LogRecorder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@Tag("T1")
class TlsTest {

    private static final ServerTls TLS = PemSamples.EC.serve();

    @RegisterExtension
    static final TestApi API = TestSetup.DEFAULT.withTls(TLS).api();

    @AfterAll
    static void close() {
        TLS.close();
    }

    @Test
    void a_client_that_trusts_the_certificate_uses_http_1_1() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(PemSamples.EC.trusted()).build();
        for (String host : List.of("localhost", "127.0.0.1")) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("https://" + host + ":" + API.port() + "/accounts"))
                            .header("Authorization", "Bearer alice")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertEquals(200, response.statusCode());
            assertEquals(HttpClient.Version.HTTP_1_1, response.version());
            assertTrue(
                    response.headers().firstValue("Strict-Transport-Security").isEmpty());
        }
    }

    @Test
    void a_client_that_does_not_trust_the_certificate_sends_nothing() {
        HttpClient client =
                HttpClient.newBuilder().sslContext(PemSamples.RSA.trusted()).build();
        assertThrows(
                SSLException.class,
                () -> client.send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + API.port() + "/healthz"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void current_tls_versions_are_supported(String version) throws IOException {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertEquals(version, socket.getSession().getProtocol());
            assertFalse(socket.getSession().getCipherSuite().contains("CBC"), socket.getSession()::getCipherSuite);
        }
    }

    @Test
    void older_tls_versions_are_not_supported() throws IOException {
        try (RawHttp connection = RawHttp.connect(API.port())) {
            byte[] hello = clientHelloOf11();
            connection.send(hello);
            int alert = connection.readByte();
            assertTrue(alert == 0x15 || alert < 0, () -> "content type " + alert);
            connection.awaitClosed();
        }
    }

    @Test
    void the_server_does_not_check_sni() throws IOException {
        try (SSLSocket socket = socket()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName("no-such-name.example")));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            socket.getOutputStream().write("GET /healthz HTTP/1.1\r\nHost: other.example\r\n\r\n".getBytes(US_ASCII));
            byte[] status = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 200", new String(status, US_ASCII));
        }
    }

    @Test
    @Tag("H8")
    void errors_are_problems_in_tls_too() {
        API.get("/accounts").send().isProblem(401, "unauthenticated");
        try (RawHttp connection = API.connect()) {
            connection.send("GET  / HTTP/1.1\r\n\r\n").read().isProblem(400, "invalid_request");
        }
    }

    @Test
    void plain_text_closes_the_connection_and_logs_nothing() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        LogRecorder lines = new LogRecorder();
        lines.start();
        root.addAppender(lines);
        try {
            for (String sent :
                    List.of("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", "\0\0\0\0\0\0\0\0", "\u0016\3\1\0\5hello")) {
                try (RawHttp connection = RawHttp.connect(API.port())) {
                    connection.send(sent).awaitClosed();
                }
            }
            RawHttp.connect(API.port()).send("\u0016\3\1").reset();
            API.get("/healthz").send().is(200);
        } finally {
            root.detachAppender(lines);
        }
        List<ILoggingEvent> shown = new ArrayList<>(lines.list);
        shown.removeIf(line -> !line.getLevel().isGreaterOrEqual(Level.INFO));
        assertEquals(List.of(), shown);
    }

    private static SSLSocket socket() throws IOException {
        return (SSLSocket) PemSamples.EC.trusted().getSocketFactory().createSocket("localhost", API.port());
    }

    /** Returns a ClientHello of TLS 1.1 (RFC 4346 §7.4.1.2) with one cipher suite. */
    private static byte[] clientHelloOf11() {
        byte[] hello = new byte[5 + 4 + 2 + 32 + 1 + 2 + 2 + 2];
        byte[] start = {0x16, 3, 1, 0, 45, 1, 0, 0, 41, 3, 2};
        System.arraycopy(start, 0, hello, 0, start.length);
        byte[] end = {0, 0, 2, (byte) 0xC0, 0x0A, 1, 0};
        System.arraycopy(end, 0, hello, hello.length - end.length, end.length);
        return hello;
    }
}
