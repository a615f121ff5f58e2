package io.omnibridge.application.credentials;

import io.omnibridge.application.maintenance.PagedScan;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.revocation.RemoveAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import java.time.Clock;
import java.util.Objects;

/**
 * Unlinks accounts that were not used for long, and queues the revocation of their grants. Each is decided on once more when it
 * is removed, as it is stored then, at the store's time. Thread-safe.
 */
public final class RemoveUnusedAccounts {

    private static final RequestId REASON = new RequestId("unused");
    private static final Actor SERVICE = new Actor.Service("remove_unused_accounts");
    private static final Actor OPERATOR = new Actor.Operator("accounts_remove_unused");

    private final AccountScan scan;
    private final IdleGrantPolicy policy;
    private final RemoveAccount removeAccount;
    private final RefreshEvents events;
    private final Clock clock;

    public RemoveUnusedAccounts(
            AccountScan scan, IdleGrantPolicy policy, RemoveAccount removeAccount, RefreshEvents events, Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.policy = Objects.requireNonNull(policy);
        this.removeAccount = Objects.requireNonNull(removeAccount);
        this.events = Objects.requireNonNull(events);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Removes the unused accounts if there are at most {@code atMost}, which an operator decided on, and none of them otherwise.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done remains done
     */
    public RemoveUnusedAccountsResult remove(long atMost) {
        UnusedAccounts unused = new UnusedAccounts();
        PagedScan.forEach(scan::accounts, account -> visit(account, unused), page -> {});
        if (unused.size() > atMost) {
            return new RemoveUnusedAccountsResult(0, unused.size());
        }
        long unlinked = removeAll(unused, OPERATOR);
        return unused.areAllKept()
                ? new RemoveUnusedAccountsResult(unlinked, 0)
                : remove(atMost - unlinked).plusUnlinked(unlinked);
    }

    /** Removes the accounts that {@code unused} keeps, if there are at most a tenth of all. */
    RemoveUnusedAccountsResult removeFew(UnusedAccounts unused) {
        return unused.size() > unused.removable()
                ? new RemoveUnusedAccountsResult(0, unused.size())
                : new RemoveUnusedAccountsResult(removeAll(unused, SERVICE), 0);
    }

    private void visit(Account account, UnusedAccounts unused) {
        unused.sawAccount();
        if (policy.isUnused(account, clock.instant())) {
            unused.add(account.key());
        }
    }

    private long removeAll(UnusedAccounts unused, Actor actor) {
        return unused.kept().stream().filter(key -> remove(key, actor)).count();
    }

    private boolean remove(AccountKey key, Actor actor) {
        AuditedAction action = AuditedAction.by(actor, key, ActionKind.REMOVE_UNUSED, REASON, clock.instant());
        boolean isRemoved =
                removeAccount.removeIf(key, action, this::isStillUnused).isPresent();
        if (isRemoved) {
            events.removedUnused(key);
        }
        return isRemoved;
    }

    private boolean isStillUnused(TimedAccount found) {
        return policy.isUnused(found.account(), found.storeTime());
    }
}
