package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import redis.clients.jedis.Protocol;

/** How accounts are read. */
final class AccountCommands {

    /** Both parts at one moment, so that no renewal comes between them. */
    private static final Script FIND = Script.reading("""
            return {redis.call('HGET', KEYS[1], ARGV[1]), redis.call('HGET', KEYS[2], ARGV[1])}
            """);

    private static final Script HOLD = Script.reading("""
            return {redis.call('HGET', KEYS[1], ARGV[1]), redis.call('HGET', KEYS[2], ARGV[1]), redis.call('TIME')}
            """);

    /** The head counts the change before it takes place: whoever decided on what was there before notices. */
    private static final Script CHANGE = Script.writing("""
            if redis.call('HGET', KEYS[2], ARGV[1]) ~= ARGV[2] then
              return 0
            end
            redis.call('HINCRBY', KEYS[1], 'moves', 1)
            redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
            return 1
            """);

    private static final Comparator<AccountKey> LISTING_ORDER =
            Comparator.comparing(AccountKey::provider).thenComparing(AccountKey::providerAccountId);

    private AccountCommands() {}

    static Command<Optional<Account>> find(AccountKey key) {
        UserKeys keys = UserKeys.of(key.owner());
        return FIND.onKeys(
                List.of(keys.accounts(), keys.sealed()),
                List.of(AccountEntry.field(key)),
                reply -> Row.read(() -> account(key, reply.list(2))));
    }

    static Command<Optional<TimedAccount>> findWithStoreTime(AccountKey key) {
        UserKeys keys = UserKeys.of(key.owner());
        return HOLD.onKeys(
                List.of(keys.accounts(), keys.sealed()),
                List.of(AccountEntry.field(key)),
                reply -> Row.read(() -> held(key, reply.list(3))));
    }

    /** What is shown of an account, and how Redis has it. */
    record Shown(AccountMetadata account, String value) {}

    static Command<Optional<Shown>> findShown(AccountKey key) {
        return Command.onKey(
                Protocol.Command.HGET,
                UserKeys.of(key.owner()).accounts(),
                reply -> Row.read(() ->
                        reply.optionalText().map(value -> new Shown(AccountEntry.metadata(key, value), value))),
                AccountEntry.field(key));
    }

    /** Replaces what is shown of an account, and does not record it; answers whether it still was as {@code former}. */
    static Command<Boolean> change(Shown former, AccountMetadata next) {
        UserKeys keys = UserKeys.of(next.key().owner());
        return CHANGE.onKeys(
                List.of(keys.head(), keys.accounts()),
                List.of(AccountEntry.field(next.key()), former.value(), AccountEntry.value(next)),
                reply -> reply.number() == 1);
    }

    static Command<Optional<AccountMetadata>> findMetadata(AccountKey key) {
        return Command.onKey(
                Protocol.Command.HGET,
                UserKeys.of(key.owner()).accounts(),
                reply -> Row.read(() -> reply.optionalText().map(value -> AccountEntry.metadata(key, value))),
                AccountEntry.field(key));
    }

    static Command<List<AccountMetadata>> list(UserId owner) {
        return list(owner, key -> true);
    }

    static Command<List<AccountMetadata>> list(UserId owner, ProviderId provider) {
        return list(owner, key -> key.provider().equals(provider));
    }

    private static Command<List<AccountMetadata>> list(UserId owner, Predicate<AccountKey> wanted) {
        return Command.onKey(
                Protocol.Command.HGETALL,
                UserKeys.of(owner).accounts(),
                reply -> Row.read(() -> accounts(owner, wanted, reply.list())));
    }

    private static Optional<TimedAccount> held(AccountKey key, List<Reply> parts) {
        List<Reply> time = parts.get(2).list(2);
        long micros = Long.parseLong(time.get(1).text());
        Instant at = Instant.ofEpochSecond(Long.parseLong(time.get(0).text())).plusMillis(micros / 1_000);
        return account(key, parts).map(account -> new TimedAccount(account, at));
    }

    /** Metadata without credentials is no account: something was removed or evicted, and that is no "not found". */
    static Optional<Account> account(AccountKey key, List<Reply> parts) {
        return parts.get(0)
                .optionalText()
                .map(value -> new Account(
                        AccountEntry.metadata(key, value),
                        new SealedCredentials(parts.get(1).optionalBytes().orElseThrow())));
    }

    /** @param fieldsAndValues in turn */
    private static List<AccountMetadata> accounts(
            UserId owner, Predicate<AccountKey> wanted, List<Reply> fieldsAndValues) {
        List<AccountMetadata> accounts = new ArrayList<>();
        for (int i = 0; i < fieldsAndValues.size(); i += 2) {
            AccountKey key = AccountEntry.key(owner, fieldsAndValues.get(i).text());
            if (wanted.test(key)) {
                accounts.add(
                        AccountEntry.metadata(key, fieldsAndValues.get(i + 1).text()));
            }
        }
        accounts.sort(Comparator.comparing(AccountMetadata::key, LISTING_ORDER));
        return accounts;
    }
}
