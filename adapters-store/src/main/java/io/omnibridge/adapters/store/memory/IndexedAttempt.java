package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;

/** An attempt that is in the index. */
record IndexedAttempt(UserId owner, AttemptId id, HashedValue oauthState, Instant begunAt) {

    static IndexedAttempt of(ConnectAttempt attempt) {
        return new IndexedAttempt(attempt.owner(), attempt.id(), attempt.oauthState(), attempt.begunAt());
    }
}
