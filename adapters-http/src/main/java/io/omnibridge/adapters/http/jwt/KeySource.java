package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Source of the keys that verify tokens. Implementations are thread-safe. */
interface KeySource {

    /** Returns the algorithms of the keys; a token with another one is rejected at once (RFC 8725 §3.1). */
    Set<SignatureAlgorithm> algorithms();

    /** Returns the keys in force, or empty while they are unknown. Never waits. */
    Optional<KeySet> inForce();

    /**
     * Returns the keys that a token may be signed with, ready to verify; at least one. Waits only if no key in force fits.
     *
     * @throws InvalidToken if there is no such key
     * @throws KeysUnavailable if the keys are unknown
     */
    default List<Algorithm> find(TokenHeader header) {
        List<Algorithm> fitting = inForce().orElseThrow(KeysUnavailable::new).find(header);
        InvalidToken.unless(!fitting.isEmpty(), RefusalReason.UNKNOWN_KEY);
        return fitting;
    }
}
