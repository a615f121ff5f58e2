package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeModeTest extends CommandLineFixture {

    private static final Map<String, String> UNUSABLE = Map.of("OMNIBRIDGE_HTTP_PORT", "none");

    @Test
    void serve_uses_the_configuration_and_dev_needs_none() {
        assertEquals(Optional.of(ServeMode.CONFIGURED), ServeMode.of(List.of("serve")));
        assertEquals(Optional.of(ServeMode.DEVELOPMENT), ServeMode.of(List.of("serve", "--dev")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve --help", "serve --dev --dev", "serve x", "--dev", "token --user alice", "Serve"})
    void other_arguments_do_not_run_the_service(String arguments) {
        assertEquals(Optional.empty(), ServeMode.of(List.of(arguments.split(" ", -1))));
        assertEquals(Optional.empty(), ServeMode.of(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "serve --dev"})
    void an_unusable_configuration_ends_serve_with_status_2(String arguments) {
        assertEquals(2, run(UNUSABLE, arguments.split(" ", -1)));
        assertTrue(err.toString().startsWith("The configuration cannot be used:"), err::toString);
        assertTrue(err.toString().contains("  OMNIBRIDGE_HTTP_PORT must be an integer"), err::toString);
        assertEquals("", out.toString());
    }
}
