package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.redis.client.UnreadableValue;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the accounts of a user are swept, re-sealed and erased. Each is one script, and so one step of the server. */
final class ScanCommands {

    /** Something of another type than OmniBridge gives it must not stop a sweep. */
    private static final Script FIELDS = Script.reading("""
            local fields = redis.pcall('HKEYS', KEYS[1])
            return fields.err and {0, {}} or {1, fields}
            """);

    private static final Script ACCOUNTS = Script.reading("""
            local sealed = redis.pcall('HMGET', KEYS[2], unpack(ARGV))
            return {redis.call('HMGET', KEYS[1], unpack(ARGV)), sealed.err and {} or sealed}
            """);

    private static final Script RESEAL = Script.writing("""
            local account = redis.call('HGET', KEYS[1], ARGV[1])
            if not account or string.sub(account, 2, 1 + #ARGV[2]) ~= ARGV[2]
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

    private ScanCommands() {}

    /** The fields of all accounts of the user, in no order; empty when there are no accounts but something else. */
    static Command<Optional<List<String>>> fields(UserId owner) {
        return FIELDS.onKeys(List.of(UserKeys.of(owner).accounts()), List.of(), ScanCommands::fields);
    }

    /**
     * Those of the accounts that are there; empty is one that cannot be read.
     *
     * @param accounts at least one, all of one owner
     */
    static Command<List<Optional<Account>>> accounts(List<AccountKey> accounts) {
        UserKeys keys = UserKeys.of(accounts.get(0).owner());
        return ACCOUNTS.onKeys(
                List.of(keys.accounts(), keys.sealed()),
                accounts.stream().map(AccountEntry::field).toList(),
                reply -> accounts(accounts, reply.list(2)));
    }

    /** Answers whether it took place. */
    static Command<Boolean> reseal(Account scanned, SealedCredentials resealed) {
        UserKeys keys = UserKeys.of(scanned.key().owner());
        return RESEAL.onKeys(
                List.of(keys.accounts(), keys.sealed()),
                List.of(
                        AccountEntry.field(scanned.key()),
                        AccountEntry.afterFormat(scanned.version()),
                        scanned.credentials().toBytes(),
                        resealed.toBytes()),
                reply -> reply.number() == 1);
    }

    static Command<ErasedUser> erase(UserId user) {
        return ERASE.onKeys(UserKeys.of(user).all(), List.of(), ScanCommands::erased);
    }

    private static Optional<List<String>> fields(Reply reply) {
        List<Reply> parts = reply.list(2);
        return Optional.of(parts.get(1).list().stream().map(Reply::text).toList())
                .filter(fields -> parts.get(0).number() == 1);
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
            return Row.read(() -> AccountCommands.account(key, List.of(metadata, sealed.get(index))));
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }

    private static ErasedUser erased(Reply reply) {
        List<Reply> counts = reply.list(2);
        return new ErasedUser(counts.get(0).number(), counts.get(1).number());
    }
}
