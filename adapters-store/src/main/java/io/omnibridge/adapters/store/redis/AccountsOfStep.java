package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.ScanPosition.Within;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the accounts of some users until a page is full. Not thread-safe. */
final class AccountsOfStep {

    /** So that one answer stays small whatever the credentials are. */
    private static final int MOST_AT_ONCE = 100;

    private final Redis redis;
    private final int limit;
    private final List<Account> accounts = new ArrayList<>();
    private int unreadable;

    AccountsOfStep(Redis redis, int limit) {
        this.redis = redis;
        this.limit = limit;
    }

    List<Account> accounts() {
        return accounts;
    }

    long unreadable() {
        return unreadable;
    }

    /** Reads on, and answers how much is done when the page is full; nothing when the step is done. */
    Optional<Within> read(List<String> keys, Within from) {
        Within done = from;
        while (done.index() < keys.size()) {
            if (room() == 0) {
                return Optional.of(done);
            }
            done = readSome(keys.get(done.index()), done);
        }
        return Optional.empty();
    }

    private Within readSome(String key, Within done) {
        Optional<UserId> owner = UserKeys.owner(key);
        int most = Math.min(room(), MOST_AT_ONCE);
        List<SweepCommands.Found> found = owner.map(
                        user -> redis.call(SweepCommands.accounts(user, done.field(), most)))
                .orElseGet(() -> List.of(new SweepCommands.Found("", Optional.empty())));
        found.forEach(this::add);
        String last = found.isEmpty() ? "" : found.get(found.size() - 1).field();
        return found.size() < most || last.isEmpty()
                ? new Within(done.keys(), done.index() + 1, "")
                : new Within(done.keys(), done.index(), last);
    }

    private void add(SweepCommands.Found found) {
        found.account().ifPresentOrElse(accounts::add, () -> unreadable++);
    }

    private int room() {
        return limit - accounts.size() - unreadable;
    }
}
