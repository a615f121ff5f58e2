package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.List;

/** Keys in force. Immutable; it stays the same object until the keys change. */
interface KeySet {

    /** Returns the keys that fit, ready to verify: each once, at most four, none if none fits. */
    List<Algorithm> find(TokenHeader header);
}
