package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageReportTest extends CommandLineFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret",
                "--s3cret",
                "--jwt-secret=s3cret",
                "help s3cret",
                "serve s3cret",
                "serve --dev=s3cret",
                "serve --dev --s3cret",
                "token s3cret --user alice",
                "token --user alice --user s3cret",
                "token --user alice --ttl s3cret",
                "keys s3cret",
                "keys retire s3cret",
                "keys promote s3cret",
                "keys status --verify=s3cret",
                "audit verify --head s3cret",
                "audit verify --user alice --head s3cret",
                "store copy --from s3cret --to redis",
                "store copy --from postgres --ahead=s3cret --to redis",
                "providers revoke github s3cret",
                "providers check s3cret",
                "users erase s3cret"
            })
    @Tag("S22")
    void no_argument_is_repeated(String arguments) {
        assertEquals(2, run(SETTINGS, arguments.split(" ")));

        assertFalse((out.toString() + err).contains("s3cret"), err::toString);
        assertFalse(err.toString().isBlank());
    }

    @Test
    @Tag("S22")
    void a_missing_option_is_named() {
        assertEquals(2, run(SETTINGS, "token"));

        assertTrue(err.toString().startsWith("missing: --user" + System.lineSeparator()), err::toString);
    }
}
