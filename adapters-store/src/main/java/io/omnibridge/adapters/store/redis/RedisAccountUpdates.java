package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.deadline.StoreDeadline;
import io.omnibridge.adapters.store.deadline.UserGates;
import io.omnibridge.adapters.store.redis.AccountCommands.StoredMetadata;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.spi.AccountUpdate;
import io.omnibridge.domain.account.AccountMetadata;
import java.util.Optional;

/** Updates of accounts in Redis: one script for credentials, a read and a script for metadata. Thread-safe. */
record RedisAccountUpdates(RedisClient redis, UserGates gates) {

    /** Returns whether the update took place. */
    boolean apply(AccountUpdate update) {
        return update instanceof AccountUpdate.OfMetadata ofMetadata
                ? apply(ofMetadata)
                : redis.call(AccountCommands.reseal((AccountUpdate.OfCredentials) update));
    }

    private boolean apply(AccountUpdate.OfMetadata update) {
        return redis.withDeadline(deadline -> gates.inTurn(update.key().owner(), () -> apply(update, deadline)));
    }

    /** Reads the metadata, and replaces them if they still are as they were read; otherwise it begins again. */
    private boolean apply(AccountUpdate.OfMetadata update, StoreDeadline deadline) {
        while (true) {
            Optional<StoredMetadata> former = redis.call(AccountCommands.findMetadata(update.key()), deadline);
            Optional<AccountMetadata> next = former.flatMap(found -> update.applyTo(found.account()));
            if (next.isEmpty() || redis.call(AccountCommands.replace(former.orElseThrow(), next.get()), deadline)) {
                return next.isPresent();
            }
        }
    }
}
