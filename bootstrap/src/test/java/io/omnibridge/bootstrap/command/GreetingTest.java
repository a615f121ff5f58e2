package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8080",
        "localhost, http://localhost:8080",
        "::1, http://[::1]:8080",
        "[::1], http://[::1]:8080"
    })
    @Tag("C27")
    void the_printed_commands_use_the_address_of_the_service(String host, String address) {
        assertEquals(address, Greeting.address("http", host, 8080));
        assertTrue(Greeting.text(address, "token", Optional.empty(), false)
                .contains("curl -sS " + address + "/accounts -H 'Authorization: Bearer token'"));
    }

    @Test
    @Tag("L4")
    void with_a_provider_the_greeting_has_a_command_that_begins_to_connect() {
        String text = Greeting.text("http://localhost:8080", "token", Optional.of("google"), false);

        assertTrue(
                text.contains("curl -sS -X POST http://localhost:8080/connect -H 'Authorization: Bearer token'"), text);
        assertTrue(text.contains("-d '{\"provider\":\"google\"}'"), text);
        assertTrue(text.contains("valid for two minutes"), text);
        assertTrue(text.endsWith("Stop with Ctrl-C.\n"), text);
    }

    @Test
    @Tag("L4")
    void without_a_provider_the_greeting_has_no_such_command() {
        String text = Greeting.text("http://localhost:8080", "token", Optional.empty(), false);

        assertFalse(text.contains("/connect"), text);
        assertTrue(text.endsWith("Stop with Ctrl-C.\n"), text);
    }

    @Test
    void with_the_demo_the_greeting_has_commands_that_search_and_read() {
        String text = Greeting.text("http://localhost:8080", "token", Optional.empty(), true);

        assertTrue(
                text.contains("curl -sS -X POST http://localhost:8080/search -H 'Authorization: Bearer token'"), text);
        assertTrue(
                text.contains("curl -sS 'http://localhost:8080/api/demo-google/alice/drive/v3/files/f01?alt=media'"
                        + " -H 'Authorization: Bearer token'"),
                text);
        assertTrue(text.contains("http://localhost:8080/mcp"), text);
        assertFalse(
                Greeting.text("http://localhost:8080", "token", Optional.empty(), false)
                        .contains("demo"),
                text);
    }
}
