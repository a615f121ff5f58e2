package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.Optional;
import java.util.Set;

/** One shared secret, always in force. A token's {@code kid} chooses nothing. Thread-safe. */
final class HmacKeySource implements KeySource {

    private final Algorithm algorithm;
    private final Optional<KeySet> keys;

    HmacKeySource(HmacKey key) {
        algorithm = key.algorithm();
        keys = Optional.of(header -> Optional.of(algorithm));
    }

    @Override
    public Set<SignatureAlgorithm> algorithms() {
        return SignatureAlgorithm.SYMMETRIC;
    }

    @Override
    public Optional<KeySet> inForce() {
        return keys;
    }

    @Override
    public Algorithm find(TokenHeader header) {
        return algorithm;
    }
}
