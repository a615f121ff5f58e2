package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.SealingKeys;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Counts how many accounts and obligations need which key, and opens none of them. Where credentials were erased, no key is
 * needed.
 */
public final class CountKeyUse {

    private final AccountScan scan;
    private final SealingKeys keys;

    public CountKeyUse(AccountScan scan, SealingKeys keys) {
        this.scan = Objects.requireNonNull(scan);
        this.keys = Objects.requireNonNull(keys);
    }

    /**
     * How many accounts and obligations need which key. A store that meets one twice counts it twice: zero is exact, more is
     * about so many.
     *
     * @param accounts by key id, whether that key is here or not; an obligation counts as an account does
     * @param unreadable how many do not tell which key they need
     */
    public record KeyUse(Map<Long, Long> accounts, long unreadable) {

        public KeyUse {
            accounts = Map.copyOf(accounts);
        }

        /** How many need the key {@code id}. */
        public long of(long id) {
            return accounts.getOrDefault(id, 0L);
        }

        /** How many need another key than {@code id}, or do not tell which. */
        public long ofOthersThan(long id) {
            return accounts.values().stream().mapToLong(Long::longValue).sum() - of(id) + unreadable;
        }
    }

    /**
     * Counts all accounts and obligations.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public KeyUse count(ScanObserver observer) {
        Tally tally = new Tally();
        long passedOver = new FullScan(scan).each(tally::visit, tally::visit, observer);
        return new KeyUse(tally.accounts, tally.keyless + passedOver);
    }

    private final class Tally {

        private final Map<Long, Long> accounts = new HashMap<>();
        private long keyless;

        void visit(Account account) {
            if (!account.credentials().isErased()) {
                count(keys.keyOf(account.credentials()));
            }
        }

        void visit(PendingRevocation pendingRevocation) {
            count(keys.keyOf(pendingRevocation.sealed()));
        }

        private void count(OptionalLong needed) {
            needed.ifPresentOrElse(key -> accounts.merge(key, 1L, Long::sum), () -> keyless++);
        }
    }
}
