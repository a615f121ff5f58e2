package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.Optional;

/**
 * Published keys that can verify users' tokens. It may be empty: an issuer may withdraw every key.
 *
 * @param keys in their published order
 */
record Jwks(List<VerificationKey> keys) implements KeySet {

    Jwks {
        keys = List.copyOf(keys);
    }

    /** Returns those of the published keys that have an algorithm which is accepted here. */
    static Jwks of(List<JWK> published) {
        return new Jwks(published.stream()
                .map(VerificationKey::of)
                .filter(key -> !key.algorithms().isEmpty())
                .toList());
    }

    /** Returns empty also if two keys fit: choosing one of them would be a guess. */
    @Override
    public Optional<Algorithm> find(TokenHeader header) {
        List<VerificationKey> fitting =
                keys.stream().filter(key -> key.fits(header)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0).with(header.algorithm())) : Optional.empty();
    }
}
