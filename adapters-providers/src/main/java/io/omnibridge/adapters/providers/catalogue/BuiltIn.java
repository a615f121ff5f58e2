package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.Members;
import io.omnibridge.adapters.providers.yaml.Problems;
import io.omnibridge.adapters.providers.yaml.Value;
import io.omnibridge.adapters.providers.yaml.YamlText;
import io.omnibridge.domain.account.ProviderId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the well-known providers: everything but a client. */
final class BuiltIn {

    private static final String RESOURCE = "providers.yaml";

    private BuiltIn() {}

    static List<ProviderId> ids() {
        return all(new Problems()).keySet().stream()
                .map(ProviderId::new)
                .sorted()
                .toList();
    }

    /** What is known of that provider. */
    static Optional<Members> find(ProviderId id) {
        return Optional.ofNullable(all(new Problems()).get(id.value())).flatMap(Value::members);
    }

    private static Map<String, Value> all(Problems problems) {
        return YamlText.read(text(), problems)
                .map(Members::all)
                .orElseThrow(() -> new IllegalStateException("the catalogue is broken: " + problems.inOrder()));
    }

    private static String text() {
        try (InputStream resource = BuiltIn.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the catalogue is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
