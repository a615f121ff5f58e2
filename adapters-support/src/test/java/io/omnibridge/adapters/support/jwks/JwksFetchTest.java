package io.omnibridge.adapters.support.jwks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.jwk.JWK;
import com.sun.net.httpserver.HttpExchange;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.http.OutboundClient;
import io.omnibridge.adapters.support.testing.KeyServer;
import io.omnibridge.adapters.support.testing.TestKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("J11")
class JwksFetchTest {

    private static final String ONE_KEY = TestKeys.set(TestKeys.published("p-256", TestKeys.P256));
    private static final JwksLimits SHORT_TIMEOUT = limits(Duration.ofMillis(100));
    private static final JwksLimits LONG_TIMEOUT = limits(Duration.ofMinutes(1));
    private static final String UNUSABLE_BODY =
            "the response is too long, compressed in another way than gzip, or has too many headers";

    private final OutboundClient client = Egress.DIRECT.client(Duration.ofMinutes(1));
    private final KeyServer server = new KeyServer(ONE_KEY);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void published_keys_are_fetched() throws Exception {
        assertEquals(PublishedKeys.read(ONE_KEY.getBytes(UTF_8)).orElseThrow(), fetch(LONG_TIMEOUT));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 400, 401, 404, 429, 500, 503})
    void another_status_is_a_failure_also_with_a_key_set(int status) {
        server.respond(exchange -> KeyServer.send(exchange, status, status == 204 ? "" : ONE_KEY));
        assertFails("status " + status, LONG_TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed(int status) {
        try (KeyServer elsewhere = new KeyServer(ONE_KEY)) {
            server.respond(exchange -> {
                exchange.getResponseHeaders().add("Location", elsewhere.url("/jwks"));
                KeyServer.send(exchange, status, "");
            });
            assertFails("status " + status, LONG_TIMEOUT);
            assertEquals(0, elsewhere.requests());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "[]", "{\"keys\":{}}"})
    void a_body_that_is_not_a_key_set_is_a_failure(String body) {
        server.publish(body);
        assertFails("not a JSON Web Key Set", LONG_TIMEOUT);
    }

    @Test
    void a_body_of_10_mb_is_rejected() {
        server.publish(TestKeys.set(
                TestKeys.published("p-256", TestKeys.P256).with("pad", '"' + "x".repeat(10_000_000) + '"')));
        assertFails(UNUSABLE_BODY, LONG_TIMEOUT);
    }

    @Test
    void an_endless_body_is_rejected() {
        server.respond(exchange -> drip(exchange, new CountDownLatch(0)));
        assertFails(UNUSABLE_BODY, LONG_TIMEOUT);
    }

    @Test
    void a_body_may_be_as_long_as_the_limit() throws Exception {
        server.publish(ONE_KEY + " ".repeat(LONG_TIMEOUT.maxBytes() - ONE_KEY.length()));
        assertEquals(1, fetch(LONG_TIMEOUT).size());
        server.publish(ONE_KEY + " ".repeat(LONG_TIMEOUT.maxBytes() - ONE_KEY.length() + 1));
        assertFails(UNUSABLE_BODY, LONG_TIMEOUT);
    }

    @Test
    void a_body_in_another_encoding_than_gzip_is_rejected() {
        server.respond(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "br");
            KeyServer.send(exchange, 200, ONE_KEY);
        });
        assertFails(UNUSABLE_BODY, LONG_TIMEOUT);
    }

    @Test
    void a_server_that_does_not_respond_ends_in_a_timeout() {
        server.delayUntil(new CountDownLatch(1));
        assertFails("no complete answer in time", SHORT_TIMEOUT);
    }

    @Test
    void a_response_that_does_not_end_ends_in_a_timeout() {
        server.respond(exchange -> drip(exchange, new CountDownLatch(1)));
        assertFails("no complete answer in time", SHORT_TIMEOUT);
    }

    @Test
    void a_response_that_is_cut_off_is_a_failure() {
        server.respond(exchange -> {
            exchange.sendResponseHeaders(200, ONE_KEY.length() + 1);
            exchange.getResponseBody().write(ONE_KEY.getBytes(UTF_8));
        });
        assertFails("IOException", LONG_TIMEOUT);
    }

    @Test
    void a_refused_connection_is_a_failure() {
        server.close();
        assertFails("ConnectException", LONG_TIMEOUT);
    }

    /** Sends one block and waits; after that, sends blocks without end. */
    private static void drip(HttpExchange exchange, CountDownLatch goOn) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        byte[] block = " ".repeat(8192).getBytes(UTF_8);
        body.write(block);
        body.flush();
        KeyServer.awaitUninterruptibly(goOn);
        while (true) {
            body.write(block);
        }
    }

    private List<JWK> fetch(JwksLimits limits) throws Exception {
        return new JwksFetch(client, server.endpoint(), limits).fetch();
    }

    private void assertFails(String message, JwksLimits limits) {
        assertEquals(
                message, assertThrows(FetchFailed.class, () -> fetch(limits)).getMessage());
    }

    private static JwksLimits limits(Duration fetchTimeout) {
        Duration hour = Duration.ofHours(1);
        return new JwksLimits(hour, hour, hour.multipliedBy(2), fetchTimeout, 1 << 20, 32);
    }
}
