package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeasesEndCommandTest extends CommandLineFixture {

    @ParameterizedTest
    @ValueSource(strings = {"end", "list"})
    void a_user_is_required(String command) {
        assertEquals(2, run(Map.of(), "leases", command));
        assertTrue(err.toString().contains("--user"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "list"})
    void a_store_in_memory_has_no_leases_of_another_process(String command) {
        assertEquals(2, run(SETTINGS, "leases", command, "--user", "alice"));
        assertTrue(err.toString().contains("OMNIBRIDGE_STORE"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void the_help_says_what_becomes_of_calls_under_way() {
        assertEquals(0, run(Map.of(), "leases", "end", "--help"));
        assertTrue(out.toString().replaceAll("\\s+", " ").contains("Calls under way go on."), out::toString);
    }
}
