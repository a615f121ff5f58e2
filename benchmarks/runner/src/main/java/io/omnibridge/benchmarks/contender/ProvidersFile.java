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

    /** The beginning of an entry whose APIs are those of sources. */
    private static final String SEARCHED = """
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
            """;

    private static final String API = """
                  %2$s:
                    url: %1$s%3$s
                    source: %4$s
                    parameters: any
                    functions: %6$s
                    reads: [ { %5$s } ]
            """;

    private ProvidersFile() {}

    /** Writes three providers that have the eight sources between them. */
    static Path writeSearched(String url) {
        return write("providers:\n"
                + SEARCHED.formatted(url, "google")
                + api(url, "/gmail/v1", "gmail", "get: /users/me/messages")
                + api(url, "/drive/v3", "drive", "get: /files")
                + api(url, "/calendar/v3", "calendar", "get: \"/calendars/{id}/events\"")
                + SEARCHED.formatted(url, "github")
                + API.formatted(url, "/", "", "github", "get: /search/issues", false)
                + api(url, "/v1.0", "outlook", "get: /me/messages")
                + SEARCHED.formatted(url, "notion")
                + api(url, "/v1", "notion", "post: /search")
                + api(url, "/api", "slack", "get: /search.messages")
                + api(url, "/v1.0", "onedrive", "get: \"/me/drive/root/search(q='{q}')\""));
    }

    private static String api(String url, String prefix, String source, String read) {
        return API.formatted(url, prefix, prefix, source, read, prefix.equals("/v1.0"));
    }

    static Path write(String url, List<String> providers) {
        return write(providers.stream()
                .map(provider -> ENTRY.formatted(url, provider))
                .collect(Collectors.joining("", "providers:\n", "")));
    }

    private static Path write(String yaml) {
        try {
            Path file = Files.createTempFile("bench-providers", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
