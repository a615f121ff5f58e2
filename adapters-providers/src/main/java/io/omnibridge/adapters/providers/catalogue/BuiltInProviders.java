package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlProblems;
import io.omnibridge.adapters.providers.yaml.YamlReader;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.domain.account.ProviderId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Built-in configuration of well-known providers. It lacks only the client, which the operator registers. */
final class BuiltInProviders {

    private static final String RESOURCE = "providers.yaml";

    private BuiltInProviders() {}

    /** Returns the ids of all built-in providers in order. */
    static List<ProviderId> ids() {
        return all(new YamlProblems()).keySet().stream()
                .map(ProviderId::new)
                .sorted()
                .toList();
    }

    /** Returns the built-in members of a provider, if it is built in. */
    static Optional<YamlMapping> find(ProviderId id) {
        return Optional.ofNullable(all(new YamlProblems()).get(id.value())).flatMap(YamlValue::members);
    }

    private static Map<String, YamlValue> all(YamlProblems problems) {
        return YamlReader.read(text(), problems)
                .map(YamlMapping::all)
                .orElseThrow(
                        () -> new IllegalStateException("the built-in catalogue is invalid: " + problems.inOrder()));
    }

    private static String text() {
        try (InputStream resource = BuiltInProviders.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the built-in catalogue is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
