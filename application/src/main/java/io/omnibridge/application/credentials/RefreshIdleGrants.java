package io.omnibridge.application.credentials;

import io.omnibridge.application.maintenance.PagedScan;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.revocation.RemoveAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps grants alive in the background: refreshes credentials before they expire from disuse, continues refreshes that
 * a node did not finish, and unlinks accounts that were not used for long. Any number of nodes may run it at the same
 * time.
 */
public final class RefreshIdleGrants {

    private static final RequestId REASON = new RequestId("unused");
    private static final Actor SERVICE = new Actor.Service("remove_unused_accounts");

    private final AccountScan scan;
    private final IdleGrantPolicy policy;
    private final RefreshCredentials refreshCredentials;
    private final RemoveAccount removeAccount;
    private final RefreshWorkers workers;
    private final Clock clock;

    public RefreshIdleGrants(
            AccountScan scan,
            IdleGrantPolicy policy,
            RefreshCredentials refreshCredentials,
            RemoveAccount removeAccount,
            RefreshWorkers workers,
            Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.policy = Objects.requireNonNull(policy);
        this.refreshCredentials = Objects.requireNonNull(refreshCredentials);
        this.removeAccount = Objects.requireNonNull(removeAccount);
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
        return new RefreshIdleGrantsResult(run.refreshed, run.unlinked, run.unreadable + skipped);
    }

    private final class Run {

        private final Instant now;
        private long refreshed;
        private long unlinked;
        private long unreadable;

        Run(Instant now) {
            this.now = now;
        }

        void visit(Account account) {
            try {
                switch (policy.decide(account, now)) {
                    case NONE -> {}
                    case RESUME_REFRESH -> submit(account.key(), Optional.empty());
                    case REFRESH -> submit(account.key(), Optional.of(account.version()));
                    case UNLINK -> unlink(account.key());
                }
            } catch (CredentialsUnreadable e) {
                unreadable++;
            }
        }

        private void submit(AccountKey key, Optional<AccountVersion> version) {
            workers.submit(key, () -> refreshCredentials.refreshIfDue(key, version));
            refreshed++;
        }

        private void unlink(AccountKey key) {
            AuditedAction action = AuditedAction.by(SERVICE, key, AuditedAction.Kind.REMOVE_UNUSED, REASON, now);
            if (removeAccount.remove(key, action).isPresent()) {
                unlinked++;
                refreshCredentials.events().removedUnused(key);
            }
        }
    }
}
