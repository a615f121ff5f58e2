package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One shared secret, always in force. A token's {@code kid} is ignored. Thread-safe. */
final class HmacKeySource implements KeySource {

    private final Optional<KeySet> keys;

    HmacKeySource(HmacKey key) {
        Algorithm algorithm = key.algorithm();
        keys = Optional.of(header -> List.of(algorithm));
    }

    @Override
    public Set<SignatureAlgorithm> algorithms() {
        return SignatureAlgorithm.SYMMETRIC;
    }

    @Override
    public Optional<KeySet> inForce() {
        return keys;
    }
}
