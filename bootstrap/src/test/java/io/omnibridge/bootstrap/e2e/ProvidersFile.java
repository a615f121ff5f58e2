package io.omnibridge.bootstrap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What an operator sets up: where browsers come back to, and the providers. */
final class ProvidersFile {

    /** What browsers call OmniBridge; something else stands in front of it and ends TLS. */
    static final String PUBLIC_URL = "https://bridge.example";

    /** Where browsers go in the end. */
    static final String RETURN_TO = "https://app.example/connected";

    private ProvidersFile() {}

    /** The settings of whoever has {@code providers}, which are indented by two spaces. */
    static Map<String, String> settings(String providers) {
        try {
            Path file = Files.createTempFile("providers", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(file, """
                    return_to:
                      - url: %s
                        ticket_in: fragment
                    providers:
                    """.formatted(RETURN_TO) + providers);
            return Map.of("OMNIBRIDGE_PUBLIC_URL", PUBLIC_URL, "OMNIBRIDGE_PROVIDERS_FILE", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
