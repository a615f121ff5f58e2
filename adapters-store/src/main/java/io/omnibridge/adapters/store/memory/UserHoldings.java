package io.omnibridge.adapters.store.memory;

import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.util.Optional;

/**
 * What one user has at one moment: accounts, and the record of what happened to them. Immutable: a change makes new holdings,
 * which {@link MemoryStore} puts in the place of these. Two of them are never equal.
 */
final class UserHoldings {

    static final UserHoldings NONE = new UserHoldings(StoredAccounts.NONE, RecentEvents.NONE);

    private final StoredAccounts accounts;
    private final RecentEvents events;

    private UserHoldings(StoredAccounts accounts, RecentEvents events) {
        this.accounts = accounts;
        this.events = events;
    }

    StoredAccounts accounts() {
        return accounts;
    }

    RecentEvents events() {
        return events;
    }

    /** What is lost if they are let go of. */
    ErasedUser erased() {
        return new ErasedUser(accounts.size(), events.size());
    }

    UserHoldings with(StoredEvent event) {
        return new UserHoldings(accounts, events.with(event));
    }

    Changed<LinkResult> link(Account account, int quota, AuditedAction action, Interning interning) {
        Optional<StoredAccount> former = accounts.find(account.key());
        if (former.isEmpty()) {
            return accounts.size() < quota
                    ? linked(account, new LinkResult.Linked(account.metadata()), action, interning)
                    : refused(new LinkResult.QuotaExceeded(), action, interning);
        }
        if (former.get().linkedBy() == LinkedBy.CONNECT && account.metadata().linkedBy() == LinkedBy.TOKEN) {
            return refused(new LinkResult.AccountConnected(), action, interning);
        }
        Account replacement = account.linkedSince(former.get().linkedAt());
        return linked(replacement, new LinkResult.Replaced(replacement.metadata()), action, interning);
    }

    Changed<Boolean> renew(AccountVersion expected, Account renewed, AuditedAction action, Interning interning) {
        Optional<StoredAccount> former = find(renewed.key(), expected);
        if (former.isEmpty()) {
            return new Changed<>(this, false);
        }
        Account replacement = renewed.linkedSince(former.get().linkedAt());
        return new Changed<>(with(replacement, action.concluded(AuditOutcome.RENEWED), interning), true);
    }

    Changed<Boolean> unlink(AccountKey key, AccountVersion expected, AuditedAction action, Interning interning) {
        if (find(key, expected).isEmpty()) {
            return new Changed<>(this, false);
        }
        StoredEvent event = interning.stored(action.concluded(AuditOutcome.UNLINKED));
        return new Changed<>(new UserHoldings(accounts.without(key), events.with(event)), true);
    }

    Changed<Boolean> reseal(Account swept, SealedCredentials resealed, Interning interning) {
        Optional<StoredAccount> stored = find(swept.key(), swept.version())
                .filter(account -> account.credentials().equals(swept.credentials()));
        if (stored.isEmpty()) {
            return new Changed<>(this, false);
        }
        Account changed = new Account(stored.get().metadataOf(swept.key().owner()), resealed);
        StoredAccounts resealedOnes = accounts.with(swept.key(), interning.stored(changed));
        return new Changed<>(new UserHoldings(resealedOnes, events), true);
    }

    private Optional<StoredAccount> find(AccountKey key, AccountVersion expected) {
        return accounts.find(key).filter(account -> account.version().equals(expected));
    }

    private Changed<LinkResult> linked(Account account, LinkResult result, AuditedAction action, Interning interning) {
        return new Changed<>(with(account, action.concluded(result.outcome()), interning), result);
    }

    private Changed<LinkResult> refused(LinkResult result, AuditedAction action, Interning interning) {
        return new Changed<>(with(interning.stored(action.concluded(result.outcome()))), result);
    }

    private UserHoldings with(Account account, AuditEvent event, Interning interning) {
        return new UserHoldings(
                accounts.with(account.key(), interning.stored(account)), events.with(interning.stored(event)));
    }
}
