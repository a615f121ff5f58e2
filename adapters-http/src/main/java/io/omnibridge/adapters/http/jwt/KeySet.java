package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.Optional;

/** The keys that are in force for some time. Immutable; as long as nothing changes, it stays the same object. */
interface KeySet {

    /** The one key that fits, ready to verify; empty if none does, or more than one. */
    Optional<Algorithm> find(TokenHeader header);
}
