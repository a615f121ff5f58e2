package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
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
        assertTrue(Greeting.text(address, "token")
                .contains("curl -sS " + address + "/accounts -H 'Authorization: Bearer token'"));
    }
}
