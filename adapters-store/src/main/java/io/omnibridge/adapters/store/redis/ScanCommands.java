package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.redis.client.UnreadableValue;
import io.omnibridge.adapters.store.spi.SignOut;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Commands that read the accounts of one user for a scan, and that erase a user. Each is one script, so one step of the server. */
final class ScanCommands {

    /** A key of another type must not stop a scan. */
    private static final Script NAMES = Script.reading("""
            local accounts = unpack(KEYS)
            local names = redis.pcall('HKEYS', accounts)
            return names.err and {0, {}} or {1, names}
            """);

    private static final Script ACCOUNTS = Script.reading("""
            local accounts, sealed = unpack(KEYS)
            local credentials = redis.pcall('HMGET', sealed, unpack(ARGV))
            return {redis.call('HMGET', accounts, unpack(ARGV)), credentials.err and {} or credentials}
            """);

    private static final Script ERASE = Script.writing("""
            local user, accounts, sealed, audit_log = unpack(KEYS)
            local signed_out, retention = KEYS[#KEYS], ARGV[1]
            local account_count = redis.pcall('HLEN', accounts)
            local event_count = redis.pcall('XLEN', audit_log)
            local last = redis.pcall('GET', signed_out)
            redis.call('UNLINK', unpack(KEYS, 1, #KEYS - 1))
            if type(last) == 'table' then
              redis.call('UNLINK', signed_out)
            elseif last and not string.find(last, ':erased', 1, true) then
              redis.call('SET', signed_out, last .. ':erased', 'PX', retention)
            end
            return {type(account_count) == 'number' and account_count or 0,
                    type(event_count) == 'number' and event_count or 0}
            """);

    private ScanCommands() {}

    /** Reads the names of all accounts of the user, in no order; empty if the key has another type. */
    static Command<Optional<List<String>>> names(UserId owner) {
        return NAMES.onKeys(List.of(UserKeys.of(owner).accounts()), List.of(), ScanCommands::names);
    }

    /**
     * Reads those of the accounts that are there; an account that cannot be read is empty.
     *
     * @param accounts at least one, all of one owner
     */
    static Command<List<Optional<Account>>> accounts(List<AccountKey> accounts) {
        UserKeys keys = UserKeys.of(accounts.get(0).owner());
        return ACCOUNTS.onKeys(
                List.of(keys.accounts(), keys.sealed()),
                accounts.stream().map(AccountCodec::name).toList(),
                reply -> accounts(accounts, reply.list(2)));
    }

    static Command<ErasedUser> erase(UserId user) {
        return ERASE.onKeys(UserKeys.of(user).all(), List.of(SignOut.RETENTION.toMillis()), ScanCommands::erased);
    }

    private static Optional<List<String>> names(Reply reply) {
        List<Reply> parts = reply.list(2);
        return Optional.of(parts.get(1).list().stream().map(Reply::text).toList())
                .filter(names -> parts.get(0).number() == 1);
    }

    private static List<Optional<Account>> accounts(List<AccountKey> keys, List<Reply> parts) {
        List<Reply> metadata = parts.get(0).list(keys.size());
        List<Reply> sealed = parts.get(1).list();
        return IntStream.range(0, keys.size())
                .filter(i -> metadata.get(i).optionalBytes().isPresent())
                .mapToObj(i -> account(keys.get(i), metadata.get(i), sealed, i))
                .toList();
    }

    private static Optional<Account> account(AccountKey key, Reply metadata, List<Reply> sealed, int index) {
        try {
            return RedisValue.read(() -> AccountCommands.account(key, metadata, sealed.get(index)));
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }

    private static ErasedUser erased(Reply reply) {
        List<Reply> counts = reply.list(2);
        return new ErasedUser(counts.get(0).number(), counts.get(1).number());
    }
}
