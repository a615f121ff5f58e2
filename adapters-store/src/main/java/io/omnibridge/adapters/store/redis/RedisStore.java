package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.deadline.UserTurns;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.redis.client.RedisSettings;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** Opens a Redis as a store. */
public final class RedisStore {

    private RedisStore() {}

    /**
     * Waits for Redis, claims it for the format of this version, and opens it. Logs a warning for each server that is configured
     * to lose acknowledged writes.
     *
     * @throws StoreCannotStart if a setting is wrong, Redis was not ready in time, or it has another format
     */
    public static DurableStore open(RedisSettings settings, Clock clock) {
        return open(settings, clock, FormatVersion::claim);
    }

    /**
     * Waits for Redis, and opens it without writing to it.
     *
     * @throws StoreCannotStart as {@link #open}
     */
    public static DurableStore openExisting(RedisSettings settings, Clock clock) {
        return open(settings, clock, FormatVersion::check);
    }

    private static DurableStore open(RedisSettings settings, Clock clock, Consumer<RedisClient> format) {
        RedisClient redis = RedisClient.connect(settings, clock);
        Duration deadline = settings.limits().deadline();
        UserTurns turns = new UserTurns(deadline.dividedBy(2));
        try {
            format.accept(redis);
            return new DurableStore(
                    new RedisUserStore(redis, turns, deadline),
                    new RedisVaultMetadata(redis),
                    new RedisTime(redis),
                    redis,
                    "Redis at " + settings.address());
        } catch (StoreCannotStart e) {
            redis.close();
            throw e;
        } catch (StoreUnavailable e) {
            redis.close();
            throw new StoreCannotStart("OMNIBRIDGE_REDIS_URL: " + e.getMessage() + ": correct that, and start again");
        }
    }
}
