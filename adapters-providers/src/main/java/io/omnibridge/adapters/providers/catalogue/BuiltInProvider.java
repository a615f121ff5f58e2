package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlProblems;
import io.omnibridge.adapters.providers.yaml.YamlReader;
import io.omnibridge.domain.account.ProviderId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What OmniBridge knows of a well-known provider: its file in {@code builtin}, from the vendor's documentation. An operator's entry gives
 * the client, and may say anything otherwise. Reading a file takes a noticeable part of a start, so only those are read that the operator
 * names. Thread-safe.
 */
final class BuiltInProvider {

    private BuiltInProvider() {}

    /** Reads the members of a provider, if it is built in. */
    static Optional<YamlMapping> find(ProviderId id) {
        String file = "builtin/" + id.value() + ".yaml";
        try (InputStream resource = BuiltInProvider.class.getResourceAsStream(file)) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(read(file, new String(resource.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YamlMapping read(String file, String text) {
        YamlProblems problems = new YamlProblems();
        return YamlReader.read(text, problems)
                .orElseThrow(() -> new IllegalStateException(file + " is invalid: " + problems.inOrder()));
    }
}
