package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.Optional;
import java.util.Set;

/** Where the keys come from that tokens are verified with. Implementations are thread-safe. */
interface KeySource {

    /** The algorithms that the keys are for; a token with another one is refused unseen (RFC 8725 §3.1). */
    Set<SignatureAlgorithm> algorithms();

    /** What is in force now, or empty when that cannot be known. Never waits. */
    Optional<KeySet> inForce();

    /**
     * The key for a token, ready to verify. May wait, but for nothing that is in force.
     *
     * @throws InvalidToken if there is no such key
     * @throws KeysUnavailable if that cannot be known
     */
    default Algorithm find(TokenHeader header) {
        return inForce()
                .orElseThrow(KeysUnavailable::new)
                .find(header)
                .orElseThrow(() -> new InvalidToken(RefusalReason.UNKNOWN_KEY));
    }
}
