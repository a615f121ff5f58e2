package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the {@link IdTokenRules} of a provider. */
final class IdTokenReader {

    /** A secret must be as long as the hash (RFC 7518 §3.2). */
    private static final int MIN_SECRET_BYTES = 32;

    private final YamlMapping members;

    IdTokenReader(YamlMapping members) {
        this.members = members;
    }

    IdTokenRules read(Optional<ClientRegistration> client, boolean isOpenId) {
        Optional<YamlValue> given = members.find("id_token_algorithms");
        Set<IdTokenAlgorithm> algorithms = given.map(
                        value -> Set.copyOf(ValueParsers.oneOrMore(value, IdTokenReader::algorithm)))
                .orElse(IdTokenAlgorithm.DEFAULT);
        Optional<YamlValue> nonce = members.find("nonce_returned");
        if (!isOpenId) {
            given.ifPresent(it -> it.reject("is for OpenID Connect alone"));
            nonce.ifPresent(it -> it.reject("is for OpenID Connect alone"));
        }
        if (algorithms.contains(IdTokenAlgorithm.HS256) && client.isPresent() && !hasStrongSecret(client.get())) {
            given.ifPresent(it -> it.reject("has HS256, which needs a client secret of at least " + MIN_SECRET_BYTES
                    + " bytes (RFC 7518 §3.2)"));
        }
        return new IdTokenRules(algorithms, nonce.flatMap(ValueParsers::flag).orElse(true));
    }

    private static Optional<IdTokenAlgorithm> algorithm(YamlValue value) {
        return value.text().flatMap(text -> {
            Optional<IdTokenAlgorithm> algorithm = IdTokenAlgorithm.named(text);
            if (algorithm.isEmpty()) {
                value.reject("must be one of "
                        + Arrays.stream(IdTokenAlgorithm.values())
                                .map(IdTokenAlgorithm::joseName)
                                .collect(Collectors.joining(", ")));
            }
            return algorithm;
        });
    }

    private static boolean hasStrongSecret(ClientRegistration client) {
        return client.secret()
                .filter(it -> it.reveal().getBytes(StandardCharsets.UTF_8).length >= MIN_SECRET_BYTES)
                .isPresent();
    }
}
