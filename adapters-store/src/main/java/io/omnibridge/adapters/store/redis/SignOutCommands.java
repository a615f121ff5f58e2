package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.spi.SignOut;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import redis.clients.jedis.Protocol;

/**
 * Commands on the time at which a user signed out, in milliseconds. Once the user is erased, {@value #ERASED} stands behind it, and the
 * key expires.
 */
final class SignOutCommands {

    /** Also in {@link ScanCommands}. */
    private static final String ERASED = ":erased";

    private SignOutCommands() {}

    static Command<Optional<SignOut>> find(UserId user) {
        return Command.onKey(
                Protocol.Command.GET,
                UserKeys.of(user).signedOut(),
                reply -> RedisValue.read(() -> reply.optionalText().map(SignOutCommands::parse)));
    }

    /** Erasing the user in this Redis may have left a time, which is replaced. */
    static Command<Long> load(UserChunk.SignedOut last) {
        return Command.onKey(
                Protocol.Command.SET,
                UserKeys.of(last.user()).signedOut(),
                SignOutCommands::done,
                Long.toString(last.at().toEpochMilli()));
    }

    private static Long done(Reply reply) {
        return reply.optionalText().isPresent() ? 1L : 0L;
    }

    private static SignOut parse(String value) {
        boolean isOfErased = value.endsWith(ERASED);
        String millis = isOfErased ? value.substring(0, value.length() - ERASED.length()) : value;
        return new SignOut(Instant.ofEpochMilli(Long.parseLong(millis)), isOfErased);
    }
}
