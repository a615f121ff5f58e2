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
 * Counts which accounts and pending revocations need which key, without opening any. Erased credentials need no key.
 */
public final class CountKeyUse {

    private final AccountScan scan;
    private final SealingKeys keys;

    public CountKeyUse(AccountScan scan, SealingKeys keys) {
        this.scan = Objects.requireNonNull(scan);
        this.keys = Objects.requireNonNull(keys);
    }

    /**
     * Numbers of accounts and pending revocations by the key that they need. A store whose scan returns a row twice
     * counts it twice: zero is exact, other numbers are upper bounds.
     *
     * @param accounts by key id, whether that key is in the keyset or not; a pending revocation counts like an account
     * @param unreadable how many do not name the key that they need
     */
    public record KeyUse(Map<Long, Long> accounts, long unreadable) {

        public KeyUse {
            accounts = Map.copyOf(accounts);
        }

        /** Returns how many need the key {@code id}. */
        public long of(long id) {
            return accounts.getOrDefault(id, 0L);
        }

        /** Returns how many need another key than {@code id}, or do not name theirs. */
        public long ofOthersThan(long id) {
            return accounts.values().stream().mapToLong(Long::longValue).sum() - of(id) + unreadable;
        }
    }

    /**
     * Counts all accounts and pending revocations.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public KeyUse count(ScanObserver observer) {
        Run run = new Run();
        long skipped = new FullScan(scan, observer).forEach(run::visit, run::visit);
        return new KeyUse(run.accounts, run.withoutKeyId + skipped);
    }

    private final class Run {

        private final Map<Long, Long> accounts = new HashMap<>();
        private long withoutKeyId;

        void visit(Account account) {
            if (!account.credentials().isErased()) {
                count(keys.keyOf(account.credentials()));
            }
        }

        void visit(PendingRevocation revocation) {
            count(keys.keyOf(revocation.sealed()));
        }

        private void count(OptionalLong needed) {
            needed.ifPresentOrElse(key -> accounts.merge(key, 1L, Long::sum), () -> withoutKeyId++);
        }
    }
}
