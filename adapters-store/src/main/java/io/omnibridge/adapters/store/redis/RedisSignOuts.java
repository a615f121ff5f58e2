package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.spi.SignOut;
import io.omnibridge.adapters.store.spi.SignOutStore;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;

/** Times of sign-outs in Redis. Thread-safe. */
record RedisSignOuts(RedisClient redis) implements SignOutStore {

    @Override
    public Optional<SignOut> find(UserId user) {
        return redis.call(SignOutCommands.find(user));
    }

    @Override
    public void removeForgotten() {
        // Redis does it: the keys expire.
    }
}
