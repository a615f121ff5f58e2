package io.omnibridge.bootstrap.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    @Test
    void commands_and_their_output_are_separated() {
        Session session = Session.of("""
                ```console
                $ not part of it
                ```
                <!-- session -->
                First:
                ```console
                $ curl -X POST \\
                    -d '{}'
                {"a":1}
                $ true
                ```
                ```sh
                FOO=1
                ```
                <!-- /session -->
                """);

        assertEquals(
                List.of(
                        new Session.Step("curl -X POST \\\n    -d '{}'\n", "{\"a\":1}\n"),
                        new Session.Step("true\n", ""),
                        new Session.Step("FOO=1\n", "…")),
                session.steps());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "```console\n$ true\n```\n", "<!-- session -->\n```console\n```\n<!-- /session -->\n"})
    void a_document_without_a_session_is_rejected(String markdown) {
        assertThrows(AssertionError.class, () -> Session.of(markdown));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"at\": \"2026-01-02T03:04:05Z\"}`, `{\"at\":\"2030-12-31T23:59:59.123Z\"}`",
                "`\"request_id\":\"1a-b\"`, `\"request_id\": \"2c\"`",
                "`X-Request-Id: 1a`, `x-request-id: 2b`",
                "`http://localhost:8080/a`, `http://127.0.0.1:41234/a`",
                "`{\"a\":1,…}`, `{\"a\":1,\"b\":[2]}`"
            })
    void values_that_vary_are_ignored(String expected, String actual) {
        assertTrue(Loosely.matches(expected, actual.replace("x-request-id", "X-Request-Id")));
    }

    @Test
    void any_other_difference_is_found() {
        assertFalse(Loosely.matches("{\"status\":\"linked\"}", "{\"status\":\"replaced\"}"));
        assertFalse(Loosely.matches("", "something"));
        assertFalse(Loosely.matches("a…b", "ac"));
    }
}
