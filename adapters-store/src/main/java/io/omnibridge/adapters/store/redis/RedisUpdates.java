package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.deadline.StoreDeadline;
import io.omnibridge.adapters.store.deadline.UserTurns;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.spi.CredentialsUpdate;
import io.omnibridge.adapters.store.spi.LeaseUpdate;
import io.omnibridge.adapters.store.spi.MetadataUpdate;
import io.omnibridge.adapters.store.spi.RevocationUpdate;
import io.omnibridge.adapters.store.spi.RowUpdate;
import io.omnibridge.domain.account.AccountMetadata;
import java.util.Optional;

/** Updates of rows in Redis: a read and a script for metadata of an account, one script for all else. Thread-safe. */
record RedisUpdates(RedisClient redis, UserTurns turns) {

    /** Returns whether the update took place. */
    boolean apply(RowUpdate update) {
        return update instanceof MetadataUpdate ofMetadata ? apply(ofMetadata) : redis.call(command(update));
    }

    private static Command<Boolean> command(RowUpdate update) {
        if (update instanceof CredentialsUpdate ofCredentials) {
            return AccountCommands.reseal(ofCredentials);
        }
        return update instanceof RevocationUpdate ofRevocation
                ? RevocationCommands.replace(ofRevocation.former(), ofRevocation.next())
                : LeaseCommands.reseal((LeaseUpdate) update);
    }

    private boolean apply(MetadataUpdate update) {
        return redis.withDeadline(deadline -> turns.inTurn(update.key().owner(), () -> apply(update, deadline)));
    }

    /** Reads the metadata, and replaces them if they still are as they were read; otherwise it begins again. */
    private boolean apply(MetadataUpdate update, StoreDeadline deadline) {
        while (true) {
            Optional<StoredMetadata> former = redis.call(AccountCommands.findMetadata(update.key()), deadline);
            Optional<AccountMetadata> next = former.flatMap(found -> update.applyTo(found.account()));
            if (next.isEmpty() || redis.call(AccountCommands.replace(former.orElseThrow(), next.get()), deadline)) {
                return next.isPresent();
            }
        }
    }
}
