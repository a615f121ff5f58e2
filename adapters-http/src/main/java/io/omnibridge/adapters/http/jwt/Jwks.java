package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;

/**
 * Published keys that can verify users' tokens. It may be empty: an issuer may withdraw every key.
 *
 * @param keys in their published order
 */
record Jwks(List<VerificationKey> keys) implements KeySet {

    /** Maximum number of keys that are tried for one token: a signature check is expensive. */
    private static final int MAX_CANDIDATES = 4;

    Jwks {
        keys = List.copyOf(keys);
    }

    /** Returns those of the published keys that have an algorithm which is accepted here. */
    static Jwks of(List<JWK> published) {
        return new Jwks(published.stream()
                .filter(VerificationKey::isUnderstood)
                .map(VerificationKey::of)
                .filter(key -> !key.algorithms().isEmpty())
                .toList());
    }

    /** Several keys fit where they share a key id, or the token has none: each of them may have signed it. */
    @Override
    public List<Algorithm> find(TokenHeader header) {
        return keys.stream()
                .filter(key -> key.fits(header))
                .map(VerificationKey::key)
                .distinct()
                .limit(MAX_CANDIDATES)
                .map(key -> VerificationKey.algorithm(key, header.algorithm()))
                .toList();
    }
}
