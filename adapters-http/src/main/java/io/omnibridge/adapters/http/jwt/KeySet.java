package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.Optional;

/** Keys in force. Immutable; it stays the same object until the keys change. */
interface KeySet {

    /** Returns the one key that fits, ready to verify; empty if no key fits, or more than one. */
    Optional<Algorithm> find(TokenHeader header);
}
