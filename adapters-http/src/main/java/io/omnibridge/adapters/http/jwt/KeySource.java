package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.Optional;
import java.util.Set;

/** Source of the keys that verify tokens. Implementations are thread-safe. */
interface KeySource {

    /** Returns the algorithms of the keys; a token with another one is rejected at once (RFC 8725 §3.1). */
    Set<SignatureAlgorithm> algorithms();

    /** Returns the keys in force, or empty while they are unknown. Never waits. */
    Optional<KeySet> inForce();

    /**
     * Returns the key for a token, ready to verify. Waits only if no key in force fits.
     *
     * @throws InvalidToken if there is no such key
     * @throws KeysUnavailable if the keys are unknown
     */
    default Algorithm find(TokenHeader header) {
        return inForce()
                .orElseThrow(KeysUnavailable::new)
                .find(header)
                .orElseThrow(() -> new InvalidToken(RefusalReason.UNKNOWN_KEY));
    }
}
