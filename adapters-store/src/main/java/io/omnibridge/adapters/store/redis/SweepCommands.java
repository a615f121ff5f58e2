package io.omnibridge.adapters.store.redis;

import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;

/** How the accounts of a user are swept, re-sealed and erased. Each is one script, and so one step of the server. */
final class SweepCommands {

    /** Whatever has another type than OmniBridge gives it counts as one account that cannot be read. */
    private static final Script ACCOUNTS = Script.reading("""
            local fields = redis.pcall('HKEYS', KEYS[1])
            if fields.err then
              return {{'', false, false}}
            end
            table.sort(fields)
            local found = {}
            for _, field in ipairs(fields) do
              if field > ARGV[1] and #found < tonumber(ARGV[2]) then
                local sealed = redis.pcall('HGET', KEYS[2], field)
                if type(sealed) == 'table' then
                  sealed = false
                end
                found[#found + 1] = {field, redis.call('HGET', KEYS[1], field), sealed}
              end
            end
            return found
            """);

    private static final Script RESEAL = Script.writing("""
            local account = redis.call('HGET', KEYS[1], ARGV[1])
            if not account or string.sub(account, 1, #ARGV[2]) ~= ARGV[2]
                or redis.call('HGET', KEYS[2], ARGV[1]) ~= ARGV[3] then
              return 0
            end
            redis.call('HSET', KEYS[2], ARGV[1], ARGV[4])
            return 1
            """);

    private static final Script ERASE = Script.writing("""
            local accounts = redis.pcall('HLEN', KEYS[2])
            local events = redis.pcall('XLEN', KEYS[4])
            redis.call('UNLINK', unpack(KEYS))
            return {type(accounts) == 'number' and accounts or 0, type(events) == 'number' and events or 0}
            """);

    private SweepCommands() {}

    /**
     * An account, as far as it can be read.
     *
     * @param field empty where there is none
     */
    record Found(String field, Optional<Account> account) {}

    /** The first {@code limit} accounts of the user behind {@code field}, by field. */
    static Command<List<Found>> accounts(UserId owner, String field, int limit) {
        UserKeys keys = UserKeys.of(owner);
        return ACCOUNTS.with(
                List.of(keys.accounts(), keys.sealed()),
                List.of(field, limit),
                reply -> reply.list().stream()
                        .map(found -> found(owner, found.list(3)))
                        .toList());
    }

    /** Answers whether it took place. */
    static Command<Boolean> reseal(Account swept, SealedCredentials resealed) {
        UserKeys keys = UserKeys.of(swept.key().owner());
        return RESEAL.with(
                List.of(keys.accounts(), keys.sealed()),
                List.of(
                        AccountEntry.field(swept.key()),
                        AccountEntry.beginning(swept.version()),
                        swept.credentials().toBytes(),
                        resealed.toBytes()),
                reply -> reply.number() == 1);
    }

    static Command<ErasedUser> erase(UserId user) {
        return ERASE.with(UserKeys.of(user).all(), List.of(), SweepCommands::erased);
    }

    private static Found found(UserId owner, List<Reply> parts) {
        String field = parts.get(0).text();
        try {
            return Row.read(() -> {
                AccountKey key = AccountEntry.key(owner, field);
                return new Found(field, AccountCommands.account(key, parts.subList(1, 3)));
            });
        } catch (Row.NotOurs e) {
            return new Found(field, Optional.empty());
        }
    }

    private static ErasedUser erased(Reply reply) {
        List<Reply> counts = reply.list(2);
        return new ErasedUser(counts.get(0).number(), counts.get(1).number());
    }
}
