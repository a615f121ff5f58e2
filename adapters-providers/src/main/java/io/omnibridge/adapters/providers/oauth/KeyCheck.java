package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import io.omnibridge.adapters.providers.catalogue.IdTokenAlgorithm;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks whether the issuer publishes a key for one of the algorithms with which its ID tokens may be signed. */
final class KeyCheck {

    private final KeySets keySets;

    KeyCheck(KeySets keySets) {
        this.keySets = keySets;
    }

    /** Returns the result; empty if the provider issues no ID tokens. */
    Optional<CheckResult> check(CheckedProvider provider) {
        if (!provider.entry().connectable().isOpenId()) {
            return Optional.empty();
        }
        Set<IdTokenAlgorithm> byKey = new TreeSet<>(provider.entry().idTokens().algorithms());
        byKey.remove(IdTokenAlgorithm.HS256);
        if (byKey.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(provider.endpoints()
                .keys()
                .map(url -> check(url, byKey))
                .orElseGet(() -> new CheckResult(
                        CheckStatus.WRONG, "no keys for ID tokens: give jwks_url, or correct the issuer's metadata")));
    }

    private CheckResult check(URI url, Set<IdTokenAlgorithm> algorithms) {
        try {
            JWKSet keys = keySets.fetch(url);
            boolean isAnyUsable = algorithms.stream()
                    .anyMatch(algorithm ->
                            !IdTokenKeys.fitting(keys, null, algorithm).isEmpty());
            return isAnyUsable
                    ? new CheckResult(
                            CheckStatus.FINE, "the issuer's keys can be read, and one fits id_token_algorithms")
                    : new CheckResult(
                            CheckStatus.WRONG,
                            "the issuer publishes no key for " + names(algorithms)
                                    + ", so no ID token can be verified: check jwks_url and id_token_algorithms");
        } catch (InvalidProviderResponse e) {
            return new CheckResult(CheckStatus.WRONG, e.getMessage() + ": check jwks_url");
        }
    }

    private static String names(Set<IdTokenAlgorithm> algorithms) {
        return algorithms.stream().map(IdTokenAlgorithm::joseName).collect(Collectors.joining(", "));
    }
}
