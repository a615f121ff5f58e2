package io.omnibridge.adapters.http.testing;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In-memory attempts beside the accounts of a {@link FakeStore}. They fail whenever that store fails. Thread-safe. */
public final class FakeAttempts implements ConnectAttempts {

    private final FakeStore store;
    private final Map<AttemptId, ConnectAttempt> attempts = new LinkedHashMap<>();

    FakeAttempts(FakeStore store) {
        this.store = store;
    }

    synchronized void clear() {
        attempts.clear();
    }

    /** Returns the current state of all attempts. */
    public synchronized List<ConnectAttempt> all() {
        return List.copyOf(attempts.values());
    }

    @Override
    public boolean begin(ConnectAttempt attempt, int maxOpen, AuditedAction action) {
        synchronized (this) {
            if (!mayBegin(maxOpen, action)) {
                return false;
            }
            attempts.put(attempt.id(), attempt);
            store.append(action.withOutcome(AuditOutcome.BEGUN));
            return true;
        }
    }

    @Override
    public boolean mayBegin(int maxOpen, AuditedAction action) {
        store.check();
        synchronized (this) {
            long open = attempts.values().stream()
                    .filter(attempt -> attempt.isOwnedBy(action.user()))
                    .filter(attempt ->
                            attempt.openUntil().filter(action.at()::isBefore).isPresent())
                    .count();
            if (open >= maxOpen) {
                store.countRefusal(action.withOutcome(AuditOutcome.TOO_MANY_ATTEMPTS));
            }
            return open < maxOpen;
        }
    }

    @Override
    public Optional<ConnectAttempt> find(UserId owner, AttemptId id) {
        store.check();
        synchronized (this) {
            return Optional.ofNullable(attempts.get(id)).filter(attempt -> attempt.isOwnedBy(owner));
        }
    }

    @Override
    public Optional<ConnectAttempt> findByState(HashedValue oauthState) {
        store.check();
        return all().stream()
                .filter(attempt -> attempt.oauthState().equals(oauthState))
                .findFirst();
    }

    @Override
    public boolean proceed(ConnectAttempt next, AuditEvent event) {
        store.check();
        synchronized (this) {
            if (!isNext(next)) {
                return false;
            }
            attempts.put(next.id(), next);
            store.append(event);
            return true;
        }
    }

    @Override
    public Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            Optional<AccountMetadata> expected,
            int quota,
            Optional<PendingRevocation> revocation,
            AuditedAction action) {
        store.check();
        synchronized (this) {
            ConnectAttempt current = attempts.get(exchanging.id());
            if (current == null || current.revision() != exchanging.revision()) {
                return Optional.empty();
            }
            LinkResult result = store.link(account, quota, revocation, action);
            attempts.put(current.id(), ended(current, result));
            return Optional.of(result);
        }
    }

    private static ConnectAttempt ended(ConnectAttempt exchanging, LinkResult result) {
        if (result instanceof LinkResult.Linked linked) {
            return completed(exchanging, linked.account(), true);
        }
        return result instanceof LinkResult.Replaced replaced
                ? completed(exchanging, replaced.account(), false)
                : exchanging.failed(AttemptFailure.QUOTA_EXCEEDED);
    }

    private static ConnectAttempt completed(ConnectAttempt exchanging, AccountMetadata account, boolean isNew) {
        AttemptState completed = new AttemptState.Completed(account.key().providerAccountId(), isNew);
        return exchanging.nextRevision(completed, Optional.empty());
    }

    private boolean isNext(ConnectAttempt next) {
        ConnectAttempt current = attempts.get(next.id());
        return current != null && current.revision() + 1 == next.revision();
    }
}
