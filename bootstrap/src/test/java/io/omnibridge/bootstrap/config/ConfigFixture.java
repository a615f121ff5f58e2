package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fixture for tests of settings: the required settings, and the reading of more beside them. */
abstract class ConfigFixture {

    static final Map<String, String> REQUIRED = Map.of(
            "OMNIBRIDGE_JWT_ISSUER", "https://issuer.example",
            "OMNIBRIDGE_JWT_AUDIENCE", "omnibridge",
            "OMNIBRIDGE_JWT_SECRET", "kVb2oPq7sX0yRt5uWz8cEe1fGh4jLm6n");

    /** Reads the configuration from the required settings and {@code more}, which replace them. */
    static Config with(Map<String, String> more) throws ConfigInvalid {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.putAll(more);
        return Config.from(environment);
    }

    /** Returns the problems of a configuration that {@link #with} rejects. */
    static List<String> problems(Map<String, String> more) {
        return assertThrows(ConfigInvalid.class, () -> with(more)).problems();
    }
}
