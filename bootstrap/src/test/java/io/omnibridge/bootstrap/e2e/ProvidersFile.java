package io.omnibridge.bootstrap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a providers file. */
final class ProvidersFile {

    /** The URL of OmniBridge for browsers, as if a proxy in front of it ended TLS. */
    static final String PUBLIC_URL = "https://bridge.example";

    /** The URL of the application that browsers are redirected to at the end. */
    static final String RETURN_TO = "https://app.example/connected";

    private ProvidersFile() {}

    /** Returns the settings for {@code providers}, which are YAML indented by two spaces. */
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
