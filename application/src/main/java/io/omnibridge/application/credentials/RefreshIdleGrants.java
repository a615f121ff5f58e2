package io.omnibridge.application.credentials;

import io.omnibridge.application.maintenance.PagedScan;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps grants alive in the background: refreshes credentials before they expire from disuse, continues refreshes that
 * a node did not finish, and unlinks accounts that were not used for long. A run that finds more than a tenth of all accounts
 * unused unlinks none of them: a wrong clock looks like that. Any number of nodes may run it at the same time.
 */
public final class RefreshIdleGrants {

    private final AccountScan scan;
    private final IdleGrantPolicy policy;
    private final RefreshCredentials refreshCredentials;
    private final RemoveUnusedAccounts removeUnusedAccounts;
    private final RefreshWorkers workers;
    private final Clock clock;

    public RefreshIdleGrants(
            AccountScan scan,
            IdleGrantPolicy policy,
            RefreshCredentials refreshCredentials,
            RemoveUnusedAccounts removeUnusedAccounts,
            RefreshWorkers workers,
            Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.policy = Objects.requireNonNull(policy);
        this.refreshCredentials = Objects.requireNonNull(refreshCredentials);
        this.removeUnusedAccounts = Objects.requireNonNull(removeUnusedAccounts);
        this.workers = Objects.requireNonNull(workers);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Visits every account at least once, and submits refreshes.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done remains done
     */
    public RefreshIdleGrantsResult refresh() {
        Run run = new Run(clock.instant());
        long skipped = PagedScan.forEach(scan::accounts, run::visit, page -> {});
        RemoveUnusedAccountsResult removed = removeUnusedAccounts.removeFew(run.unused);
        return new RefreshIdleGrantsResult(
                run.refreshed, removed.unlinked(), removed.withheld(), run.unreadable + skipped);
    }

    private final class Run {

        private final Instant now;
        private final UnusedAccounts unused = new UnusedAccounts();
        private long refreshed;
        private long unreadable;

        Run(Instant now) {
            this.now = now;
        }

        void visit(Account account) {
            unused.sawAccount();
            try {
                switch (policy.decide(account, now)) {
                    case NONE -> {}
                    case RESUME_REFRESH -> submit(account.key(), Optional.empty());
                    case REFRESH -> submit(account.key(), Optional.of(account.version()));
                    case UNLINK -> unused.add(account.key());
                }
            } catch (CredentialsUnreadable e) {
                unreadable++;
            }
        }

        private void submit(AccountKey key, Optional<AccountVersion> version) {
            workers.submit(key, () -> refreshCredentials.refreshIfDue(key, version));
            refreshed++;
        }
    }
}
