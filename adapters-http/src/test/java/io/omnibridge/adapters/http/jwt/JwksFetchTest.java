package io.omnibridge.adapters.http.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("J11")
class JwksFetchTest {

    private static final String ONE_KEY = Keys.set(PublishedSigner.ES256.published());
    private static final JwksLimits IMPATIENT = limits(Duration.ofMillis(100));
    private static final JwksLimits PATIENT = limits(Duration.ofMinutes(1));

    private final Issuer issuer = new Issuer(ONE_KEY);

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void published_keys_are_fetched() throws Exception {
        assertEquals(Jwks.parse(Tokens.utf8(ONE_KEY)).orElseThrow(), fetch(PATIENT));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 400, 401, 404, 429, 500, 503})
    void another_status_is_a_failure_whatever_its_body(int status) {
        issuer.answer(exchange -> Issuer.send(exchange, status, status == 204 ? "" : ONE_KEY));
        assertFails("status " + status, PATIENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed(int status) {
        try (Issuer elsewhere = new Issuer(ONE_KEY)) {
            issuer.answer(exchange -> {
                exchange.getResponseHeaders().add("Location", elsewhere.url("/jwks"));
                Issuer.send(exchange, status, "");
            });
            assertFails("status " + status, PATIENT);
            assertEquals(0, elsewhere.asked());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "[]", "{\"keys\":{}}"})
    void what_is_no_key_set_is_a_failure(String body) {
        issuer.publish(body);
        assertFails("not a JSON Web Key Set", PATIENT);
    }

    @Test
    void an_answer_of_10_mb_is_refused() {
        issuer.publish(Keys.set(PublishedSigner.ES256.published().with("pad", '"' + "x".repeat(10_000_000) + '"')));
        assertFails("AnswerTooLong", PATIENT);
    }

    @Test
    void an_endless_answer_is_refused() {
        issuer.answer(exchange -> drip(exchange, new CountDownLatch(0)));
        assertFails("AnswerTooLong", PATIENT);
    }

    @Test
    void an_answer_may_be_as_long_as_the_limit() throws Exception {
        issuer.publish(ONE_KEY + " ".repeat(PATIENT.maxBytes() - ONE_KEY.length()));
        assertEquals(1, fetch(PATIENT).keys().size());
        issuer.publish(ONE_KEY + " ".repeat(PATIENT.maxBytes() - ONE_KEY.length() + 1));
        assertFails("AnswerTooLong", PATIENT);
    }

    @Test
    void an_issuer_that_does_not_answer_is_given_up() {
        issuer.holdUntil(new CountDownLatch(1));
        assertFails("no complete answer in time", IMPATIENT);
    }

    @Test
    void an_answer_that_does_not_end_is_given_up() {
        issuer.answer(exchange -> drip(exchange, new CountDownLatch(1)));
        assertFails("no complete answer in time", IMPATIENT);
    }

    @Test
    void an_answer_that_is_cut_off_is_a_failure() {
        issuer.answer(exchange -> {
            exchange.sendResponseHeaders(200, ONE_KEY.length() + 1);
            exchange.getResponseBody().write(Tokens.utf8(ONE_KEY));
        });
        assertFails("IOException", PATIENT);
    }

    @Test
    void an_issuer_that_is_not_there_is_a_failure() {
        JwksEndpoint endpoint = issuer.endpoint();
        issuer.close();
        FetchFailed failure = assertThrows(FetchFailed.class, () -> new JwksFetch(endpoint, PATIENT).fetch());
        assertEquals("ConnectException", failure.getMessage());
    }

    /** Sends one block and waits; then, unless still waiting, ever more. */
    private static void drip(HttpExchange exchange, CountDownLatch goOn) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        byte[] block = Tokens.utf8(" ".repeat(8192));
        body.write(block);
        body.flush();
        Issuer.awaitUninterruptibly(goOn);
        while (true) {
            body.write(block);
        }
    }

    private Jwks fetch(JwksLimits limits) throws Exception {
        return new JwksFetch(issuer.endpoint(), limits).fetch();
    }

    private void assertFails(String message, JwksLimits limits) {
        assertEquals(
                message, assertThrows(FetchFailed.class, () -> fetch(limits)).getMessage());
    }

    private static JwksLimits limits(Duration fetchTimeout) {
        Duration hour = Duration.ofHours(1);
        return new JwksLimits(hour, hour, hour.multipliedBy(2), Duration.ofMinutes(1), fetchTimeout, 1 << 20);
    }
}
