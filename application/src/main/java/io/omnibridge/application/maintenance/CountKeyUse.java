package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.SealingKeys;
import io.omnibridge.domain.account.Account;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Counts how many accounts need which key, and opens none of them. */
public final class CountKeyUse {

    private final AccountSweep sweep;
    private final SealingKeys keys;

    public CountKeyUse(AccountSweep sweep, SealingKeys keys) {
        this.sweep = Objects.requireNonNull(sweep);
        this.keys = Objects.requireNonNull(keys);
    }

    /**
     * How many accounts need which key. A store that meets an account twice counts it twice: zero is exact, more is about
     * so many.
     *
     * @param accounts by key id, whether that key is here or not
     * @param unreadable how many accounts do not tell which key they need
     */
    public record KeyUse(Map<Long, Long> accounts, long unreadable) {

        public KeyUse {
            accounts = Map.copyOf(accounts);
        }

        /** How many accounts need the key {@code id}. */
        public long of(long id) {
            return accounts.getOrDefault(id, 0L);
        }

        /** How many accounts need another key than {@code id}, or do not tell which. */
        public long ofOthersThan(long id) {
            return accounts.values().stream().mapToLong(Long::longValue).sum() - of(id) + unreadable;
        }
    }

    /**
     * Counts all accounts.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public KeyUse count(SweepObserver observer) {
        Tally tally = new Tally();
        long passedOver = new WholeSweep(sweep).each(tally::visit, observer);
        return new KeyUse(tally.accounts, tally.keyless + passedOver);
    }

    private final class Tally {

        private final Map<Long, Long> accounts = new HashMap<>();
        private long keyless;

        void visit(Account account) {
            keys.keyOf(account.credentials())
                    .ifPresentOrElse(key -> accounts.merge(key, 1L, Long::sum), () -> keyless++);
        }
    }
}
