package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.redis.client.UnreadableValue;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;

/** Reads the accounts of some users until a page is full. Not thread-safe. */
final class AccountPageReader extends PageReader<Account> {

    /** Keeps one response small even if credentials are large. */
    private static final int MAX_AT_ONCE = 100;

    private final RedisClient redis;

    AccountPageReader(RedisClient redis, int limit) {
        super(limit);
        this.redis = redis;
    }

    @Override
    StepProgress readSome(String key, StepProgress done) {
        Optional<UserId> owner = UserKeys.owner(key);
        Optional<List<String>> names = owner.flatMap(user -> redis.call(ScanCommands.names(user)));
        if (names.isEmpty()) {
            addUnreadable(1);
            return done.withNextKey();
        }
        return readSome(owner.orElseThrow(), names.get(), done);
    }

    private StepProgress readSome(UserId owner, List<String> names, StepProgress done) {
        List<String> rest = names.stream()
                .filter(name -> name.compareTo(done.field()) > 0)
                .sorted()
                .toList();
        List<String> some = rest.subList(0, Math.min(rest.size(), Math.min(room(), MAX_AT_ONCE)));
        read(owner, some);
        return some.size() == rest.size() ? done.withNextKey() : done.withField(some.get(some.size() - 1));
    }

    private void read(UserId owner, List<String> names) {
        List<AccountKey> keys = names.stream()
                .map(name -> readableKey(owner, name))
                .flatMap(Optional::stream)
                .toList();
        addUnreadable(names.size() - keys.size());
        if (!keys.isEmpty()) {
            redis.call(ScanCommands.accounts(keys))
                    .forEach(account -> account.ifPresentOrElse(this::add, () -> addUnreadable(1)));
        }
    }

    private static Optional<AccountKey> readableKey(UserId owner, String name) {
        try {
            return Optional.of(RedisValue.read(() -> AccountCodec.key(owner, name)));
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }
}
