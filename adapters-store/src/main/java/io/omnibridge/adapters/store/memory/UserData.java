package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.write.AttemptChange;
import io.omnibridge.adapters.store.write.AttemptDecisions;
import io.omnibridge.adapters.store.write.Change;
import io.omnibridge.adapters.store.write.Changes;
import io.omnibridge.adapters.store.write.Decision;
import io.omnibridge.adapters.store.write.RevocationChanges;
import io.omnibridge.adapters.store.write.SnapshotScope;
import io.omnibridge.adapters.store.write.UserSnapshot;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one user has at one moment: accounts, attempts, obligations, and the record of what happened to them. Immutable: a change
 * makes new holdings, which {@link MemoryStore} puts in the place of these. Two of them are never equal.
 */
final class UserData {

    static final UserData NONE =
            new UserData(StoredAccounts.NONE, UserAttempts.NONE, UserRevocations.NONE, RecentEvents.NONE);

    private final StoredAccounts accounts;
    private final UserAttempts attempts;
    private final UserRevocations pendingRevocations;
    private final RecentEvents events;

    private UserData(
            StoredAccounts accounts, UserAttempts attempts, UserRevocations pendingRevocations, RecentEvents events) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.pendingRevocations = pendingRevocations;
        this.events = events;
    }

    StoredAccounts accounts() {
        return accounts;
    }

    UserAttempts attempts() {
        return attempts;
    }

    UserRevocations pendingRevocations() {
        return pendingRevocations;
    }

    RecentEvents events() {
        return events;
    }

    /** What is lost if they are let go of. */
    ErasedUser erased() {
        return new ErasedUser(accounts.size(), events.size());
    }

    UserData with(StoredAccounts changed) {
        return new UserData(changed, attempts, pendingRevocations, events);
    }

    UserData with(UserAttempts changed) {
        return new UserData(accounts, changed, pendingRevocations, events);
    }

    UserData with(UserRevocations changed) {
        return new UserData(accounts, attempts, changed, events);
    }

    UserData with(StoredEvent event) {
        return new UserData(accounts, attempts, pendingRevocations, events.with(event));
    }

    /** Decides on what there is, and makes of it what was decided. */
    <T> Changed<T> write(
            AuditedAction action,
            SnapshotScope subject,
            Function<UserSnapshot, Decision<T>> decide,
            Interning interning) {
        Decision<T> decision = decide.apply(snapshot(subject));
        if (decision.outcome().isEmpty()) {
            return new Changed<>(this, decision.answer());
        }
        StoredEvent event = interning.stored(action.concluded(decision.outcome().get()));
        Changes changes = decision.changes();
        return new Changed<>(
                new UserData(
                        accounts(changes.account(), interning),
                        attempts(changes.attempt()),
                        pendingRevocations(changes.owing()),
                        events.with(event)),
                decision.answer());
    }

    private UserSnapshot snapshot(SnapshotScope subject) {
        return new UserSnapshot(
                accounts.size(),
                StoredChainHead.NONE,
                0,
                subject.account()
                        .flatMap(accounts::find)
                        .map(account -> UserSnapshot.Linked.of(account.metadataOf(subject.user()))),
                subject.attempt().flatMap(attempts::find).stream()
                        .mapToLong(ConnectAttempt::revision)
                        .findFirst(),
                subject.pendingAt().map(attempts::pendingAt).orElse(0L),
                subject.pendingAt()
                        .map(time -> attempts.begunAfter(time.minus(AttemptDecisions.KEPT)))
                        .orElse(0L),
                subject.pendingRevocation().map(pendingRevocations::has).orElse(false));
    }

    private StoredAccounts accounts(Change change, Interning interning) {
        if (change instanceof Change.Add add) {
            return with(add.account(), interning);
        }
        if (change instanceof Change.Replace replace) {
            return with(replace.account(), interning);
        }
        if (change instanceof Change.Show show) {
            Optional<StoredAccount> stored = accounts.find(show.account().key());
            return stored.map(account -> with(new Account(show.account(), account.credentials()), interning))
                    .orElse(accounts);
        }
        return change instanceof Change.Remove remove ? accounts.without(remove.key()) : accounts;
    }

    private StoredAccounts with(Account account, Interning interning) {
        return accounts.with(account.key(), interning.stored(account));
    }

    private UserAttempts attempts(AttemptChange change) {
        if (change instanceof AttemptChange.Begin begin) {
            return attempts.with(begin.attempt());
        }
        return change instanceof AttemptChange.Proceed proceed ? attempts.with(proceed.next()) : attempts;
    }

    private UserRevocations pendingRevocations(RevocationChanges owing) {
        UserRevocations spared =
                owing.cancelled().map(pendingRevocations::sparing).orElse(pendingRevocations);
        UserRevocations more = owing.added().map(spared::with).orElse(spared);
        return owing.settled().map(more::without).orElse(more);
    }
}
