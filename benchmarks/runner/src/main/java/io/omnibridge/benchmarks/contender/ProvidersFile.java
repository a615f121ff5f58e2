package io.omnibridge.benchmarks.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Providers files in which every provider is the same {@link Upstream}, and its API is readable. */
final class ProvidersFile {

    private static final String ENTRY = """
              %2$s:
                kind: oauth2
                authorization_url: %1$s/authorize
                token_url: %1$s/token
                client_id: bench
                client_secret: a-secret-of-the-benchmark
                data_by_token: true
                identity_url: %1$s/me
                identity_path: /id
                apis:
                  /bench:
                    url: %1$s/bench
                    reads:
                      - { get: /items }
                      - { get: /slow }
                      - { get: /large }
            """;

    private ProvidersFile() {}

    static Path write(String url, List<String> providers) {
        try {
            Path file = Files.createTempFile("bench-providers", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    providers.stream()
                            .map(provider -> ENTRY.formatted(url, provider))
                            .collect(Collectors.joining("", "providers:\n", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
