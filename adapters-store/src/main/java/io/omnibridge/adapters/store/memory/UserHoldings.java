package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.decision.AttemptChange;
import io.omnibridge.adapters.store.decision.AttemptDecisions;
import io.omnibridge.adapters.store.decision.Change;
import io.omnibridge.adapters.store.decision.Changes;
import io.omnibridge.adapters.store.decision.Decision;
import io.omnibridge.adapters.store.decision.Holding;
import io.omnibridge.adapters.store.decision.Owing;
import io.omnibridge.adapters.store.decision.Subject;
import io.omnibridge.adapters.store.record.RecordHead;
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
final class UserHoldings {

    static final UserHoldings NONE =
            new UserHoldings(StoredAccounts.NONE, UserAttempts.NONE, UserObligations.NONE, RecentEvents.NONE);

    private final StoredAccounts accounts;
    private final UserAttempts attempts;
    private final UserObligations obligations;
    private final RecentEvents events;

    private UserHoldings(
            StoredAccounts accounts, UserAttempts attempts, UserObligations obligations, RecentEvents events) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.obligations = obligations;
        this.events = events;
    }

    StoredAccounts accounts() {
        return accounts;
    }

    UserAttempts attempts() {
        return attempts;
    }

    UserObligations obligations() {
        return obligations;
    }

    RecentEvents events() {
        return events;
    }

    /** What is lost if they are let go of. */
    ErasedUser erased() {
        return new ErasedUser(accounts.size(), events.size());
    }

    UserHoldings with(StoredAccounts changed) {
        return new UserHoldings(changed, attempts, obligations, events);
    }

    UserHoldings with(UserAttempts changed) {
        return new UserHoldings(accounts, changed, obligations, events);
    }

    UserHoldings with(UserObligations changed) {
        return new UserHoldings(accounts, attempts, changed, events);
    }

    UserHoldings with(StoredEvent event) {
        return new UserHoldings(accounts, attempts, obligations, events.with(event));
    }

    /** Decides on what there is, and makes of it what was decided. */
    <T> Changed<T> write(
            AuditedAction action, Subject subject, Function<Holding, Decision<T>> decide, Interning interning) {
        Decision<T> decision = decide.apply(holding(subject));
        if (decision.outcome().isEmpty()) {
            return new Changed<>(this, decision.answer());
        }
        StoredEvent event = interning.stored(action.concluded(decision.outcome().get()));
        Changes changes = decision.changes();
        return new Changed<>(
                new UserHoldings(
                        accounts(changes.account(), interning),
                        attempts(changes.attempt()),
                        obligations(changes.owing()),
                        events.with(event)),
                decision.answer());
    }

    private Holding holding(Subject subject) {
        return new Holding(
                accounts.size(),
                RecordHead.NONE,
                0,
                subject.account()
                        .flatMap(accounts::find)
                        .map(account -> Holding.Linked.of(account.metadataOf(subject.user()))),
                subject.attempt().flatMap(attempts::find).stream()
                        .mapToLong(ConnectAttempt::revision)
                        .findFirst(),
                subject.pendingAt().map(attempts::pendingAt).orElse(0L),
                subject.pendingAt()
                        .map(time -> attempts.begunAfter(time.minus(AttemptDecisions.KEPT)))
                        .orElse(0L),
                subject.obligation().map(obligations::has).orElse(false));
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

    private UserObligations obligations(Owing owing) {
        UserObligations spared = owing.cancelled().map(obligations::sparing).orElse(obligations);
        UserObligations more = owing.added().map(spared::with).orElse(spared);
        return owing.settled().map(more::without).orElse(more);
    }
}
