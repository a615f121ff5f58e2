package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.omnibridge.bootstrap.process.Jdk;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that fail, each with a misplaced secret. The response is a problem of OmniBridge and does not repeat the secret. */
@Tag("S5")
class RefusedRequestsIT {

    private static final Pattern IMPLEMENTATION_DETAILS =
            Pattern.compile("(?i)exception|\\bat [a-z]+\\.|jetty|javalin|jackson|java\\.|stack|<html|sql|12\\.1|7\\.2");

    private static Vault vault;

    @BeforeAll
    static void start() {
        vault = Vault.start(Jdk.running());
    }

    @AfterAll
    static void stop() {
        vault.close();
    }

    @ParameterizedTest
    @MethodSource("requests")
    @Tag("S1")
    @Tag("S4")
    void a_rejected_request_gets_a_problem_without_its_input(int status, UnaryOperator<String> requestWith) {
        RawResponse response = vault.send(requestWith.apply(vault.canary("misplaced secret")));

        assertEquals(status, response.status(), response::body);
        assertEquals("application/problem+json", response.header("Content-Type"));
        assertEquals(status, response.json().path("status").asInt());
        assertEquals(
                response.header("X-Request-Id"),
                response.json().path("request_id").asText());
        assertFalse(
                IMPLEMENTATION_DETAILS
                        .matcher(response.head() + response.body())
                        .find(),
                response::body);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                refused(400, "malformed JSON", secret -> link("{\"access_token\":\"" + secret)),
                refused(400, "an invalid token", secret -> link("{\"access_token\":\"" + secret + " \"}")),
                refused(400, "an unknown member", secret -> link("{\"password\":\"" + secret + "\"}")),
                refused(400, "an unknown parameter", secret -> asAlice(Request.get("/accounts?code=" + secret))),
                refused(400, "a bad Host", secret -> "GET / HTTP/1.1\r\nHost: " + secret + ":x\r\n\r\n"),
                refused(
                        400,
                        "a tunnel",
                        secret -> "CONNECT " + secret + ":1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
                refused(400, "no HTTP", secret -> secret + "\r\n\r\n"),
                refused(
                        401,
                        "a made-up bearer",
                        secret -> text(Request.get("/accounts").as(secret))),
                refused(
                        401,
                        "another scheme",
                        secret -> text(Request.get("/audit").with("Authorization", "Basic " + secret))),
                refused(401, "a token in the query", secret -> text(Request.get("/accounts?access_token=" + secret))),
                refused(404, "an unknown path", secret -> asAlice(Request.get("/" + secret))),
                refused(
                        404,
                        "an unknown account",
                        secret -> asAlice(Request.get("/accounts/x/" + secret.replace("/", "")))),
                refused(
                        405,
                        "a wrong method",
                        secret -> asAlice(Request.of("PUT", "/accounts").with("X-Token", secret))),
                refused(413, "a large body", secret -> link("\"" + secret.repeat(1100) + "\"")),
                refused(414, "a long URI", secret -> text(Request.get("/accounts?x=" + secret.repeat(600)))),
                refused(415, "another type", secret -> link(secret).replace("application/json", "text/plain")),
                refused(
                        431,
                        "a long header",
                        secret -> text(Request.get("/accounts").as(secret.repeat(600)))),
                refused(505, "another version", secret -> "GET /?" + secret + " HTTP/3.0\r\nHost: a\r\n\r\n"));
    }

    private static Arguments refused(int status, String name, UnaryOperator<String> requestWith) {
        return argumentSet(status + " for " + name, status, requestWith);
    }

    private static String link(String body) {
        return asAlice(Request.post("/accounts/link", body));
    }

    private static String asAlice(Request request) {
        return text(request.as(vault.token("alice")));
    }

    private static String text(Request request) {
        return request.text();
    }
}
