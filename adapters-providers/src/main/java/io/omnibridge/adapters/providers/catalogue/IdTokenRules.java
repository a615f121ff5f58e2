package io.omnibridge.adapters.providers.catalogue;

import java.util.Set;

/**
 * Rules for the ID tokens of a provider.
 *
 * @param algorithms the algorithms with which they may be signed; no other is accepted
 * @param isNonceReturned whether each ID token must contain the nonce of the attempt (OpenID Connect Core §3.1.3.7)
 */
public record IdTokenRules(Set<IdTokenAlgorithm> algorithms, boolean isNonceReturned) {

    public IdTokenRules {
        algorithms = Set.copyOf(algorithms);
    }
}
