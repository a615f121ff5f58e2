package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.redis.client.UnreadableValue;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import java.util.List;

/** Removal of all that Redis has of one user. The user is removed from the indexes after the user's own keys are. */
record UserErasure(RedisClient redis, UserId user) {

    ErasedUser erase() {
        String place = redis.call(PendingRevocationIndex.place(user));
        List<HashedValue> callbacks = callbacks();
        ErasedUser erased = redis.call(ScanCommands.erase(user));
        callbacks.forEach(state -> redis.call(AttemptCommands.removeFromIndex(state)));
        redis.call(PendingRevocationIndex.removeErased(user, place));
        return erased;
    }

    /** A key of another type must not keep a user from being erased. */
    private List<HashedValue> callbacks() {
        try {
            return redis.call(AttemptCommands.all(user)).stream()
                    .map(ConnectAttempt::oauthState)
                    .toList();
        } catch (UnreadableValue e) {
            return List.of();
        }
    }
}
