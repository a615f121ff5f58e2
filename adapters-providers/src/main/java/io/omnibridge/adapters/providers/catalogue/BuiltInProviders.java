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

/**
 * Built-in configuration of well-known providers, for one catalogue. It lacks only the client, which the operator registers. Reading it
 * takes a noticeable part of a start, so that a catalogue reads it once. Not thread-safe.
 */
final class BuiltInProviders {

    private static final String RESOURCE = "providers.yaml";

    private final Map<String, YamlValue> providers;

    private BuiltInProviders(Map<String, YamlValue> providers) {
        this.providers = providers;
    }

    static BuiltInProviders read() {
        YamlProblems problems = new YamlProblems();
        return YamlReader.read(text(), problems)
                .map(YamlMapping::all)
                .map(BuiltInProviders::new)
                .orElseThrow(
                        () -> new IllegalStateException("the built-in catalogue is invalid: " + problems.inOrder()));
    }

    /** Returns the ids of all built-in providers in order. */
    List<ProviderId> ids() {
        return providers.keySet().stream().map(ProviderId::new).sorted().toList();
    }

    /** Returns the built-in members of a provider, if it is built in. */
    Optional<YamlMapping> find(ProviderId id) {
        return Optional.ofNullable(providers.get(id.value())).flatMap(YamlValue::members);
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
