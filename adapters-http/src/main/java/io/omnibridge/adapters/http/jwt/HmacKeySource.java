package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One shared secret. A token's {@code kid} is ignored. A replaced secret is in force at once, and the former one no more.
 * Thread-safe.
 */
final class HmacKeySource implements KeySource {

    private record InForce(HmacKey key, Optional<KeySet> keys) {

        static InForce of(HmacKey key) {
            Algorithm algorithm = key.algorithm();
            return new InForce(key, Optional.of(header -> List.of(algorithm)));
        }
    }

    private final Supplier<HmacKey> key;
    private volatile InForce inForce;

    /** @param key returns the current secret: the same object until it is replaced */
    HmacKeySource(Supplier<HmacKey> key) {
        this.key = key;
        this.inForce = InForce.of(key.get());
    }

    @Override
    public Set<SignatureAlgorithm> algorithms() {
        return SignatureAlgorithm.SYMMETRIC;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public Optional<KeySet> inForce() {
        HmacKey current = key.get();
        InForce known = inForce;
        if (known.key() != current) {
            known = InForce.of(current);
            inForce = known;
        }
        return known.keys();
    }
}
