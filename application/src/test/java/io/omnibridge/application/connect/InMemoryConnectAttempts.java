package io.omnibridge.application.connect;

import io.omnibridge.application.port.AttemptSealer;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Attempts, their accounts and audit events in memory. A test may have the next write happen without an
 * acknowledgement.
 */
final class InMemoryConnectAttempts implements ConnectAttempts, AttemptSealer {

    final Map<AttemptId, ConnectAttempt> attempts = new HashMap<>();
    final Map<AccountKey, Account> accounts = new HashMap<>();
    final List<PendingRevocation> revocation = new ArrayList<>();
    final List<AuditOutcome> outcomes = new ArrayList<>();
    boolean isNextAcknowledgementLost;
    private final List<AttemptSecrets> sealed = new ArrayList<>();

    @Override
    public synchronized boolean begin(ConnectAttempt attempt, int maxOpen, AuditedAction action) {
        if (!mayBegin(maxOpen, action)) {
            return false;
        }
        attempts.put(attempt.id(), attempt);
        return true;
    }

    @Override
    public synchronized boolean mayBegin(int maxOpen, AuditedAction action) {
        long open = attempts.values().stream()
                .filter(each -> each.isOwnedBy(action.user()))
                .filter(each -> each.openUntil().filter(action.at()::isBefore).isPresent())
                .count();
        return open < maxOpen;
    }

    @Override
    public synchronized Optional<ConnectAttempt> find(UserId owner, AttemptId id) {
        return Optional.ofNullable(attempts.get(id)).filter(attempt -> attempt.isOwnedBy(owner));
    }

    @Override
    public synchronized Optional<ConnectAttempt> findByState(HashedValue oauthState) {
        return attempts.values().stream()
                .filter(attempt -> attempt.oauthState().equals(oauthState))
                .findFirst();
    }

    @Override
    public synchronized boolean proceed(ConnectAttempt next, AuditEvent event) {
        if (!isAt(next.id(), next.revision() - 1)) {
            return false;
        }
        attempts.put(next.id(), next);
        outcomes.add(event.outcome());
        acknowledge();
        return true;
    }

    @Override
    public synchronized Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            Optional<AccountMetadata> expected,
            int quota,
            Optional<PendingRevocation> replaced,
            AuditedAction action) {
        if (!isAt(exchanging.id(), exchanging.revision()) || !isAsExpected(account.key(), expected)) {
            return Optional.empty();
        }
        boolean anew = !accounts.containsKey(account.key());
        if (anew && accounts.size() >= quota) {
            attempts.put(exchanging.id(), exchanging.failed(AttemptFailure.QUOTA_EXCEEDED));
            return Optional.of(new LinkResult.QuotaExceeded());
        }
        accounts.put(account.key(), account);
        replaced.ifPresent(revocation::add);
        attempts.put(
                exchanging.id(),
                exchanging.nextRevision(
                        new AttemptState.Completed(account.key().providerAccountId(), anew), Optional.empty()));
        acknowledge();
        return Optional.of(
                anew ? new LinkResult.Linked(account.metadata()) : new LinkResult.Replaced(account.metadata()));
    }

    /** Returns the current attempt of any owner. */
    synchronized ConnectAttempt stored(AttemptId id) {
        return Optional.ofNullable(attempts.get(id)).orElseThrow();
    }

    private boolean isAt(AttemptId id, long revision) {
        return Optional.ofNullable(attempts.get(id))
                .filter(attempt -> attempt.revision() == revision)
                .isPresent();
    }

    private boolean isAsExpected(AccountKey key, Optional<AccountMetadata> expected) {
        Optional<Account> stored = Optional.ofNullable(accounts.get(key));
        return expected.isEmpty()
                || stored.map(Account::metadata)
                        .filter(it -> it.version().equals(expected.get().version())
                                && it.refresh().equals(expected.get().refresh()))
                        .isPresent();
    }

    private void acknowledge() {
        if (isNextAcknowledgementLost) {
            isNextAcknowledgementLost = false;
            throw new StoreUnavailable("not acknowledged");
        }
    }

    @Override
    public synchronized SealedAttempt seal(AttemptId id, UserId owner, ProviderId provider, AttemptSecrets secrets) {
        sealed.add(secrets);
        return new SealedAttempt(new byte[] {(byte) sealed.size()});
    }

    @Override
    public synchronized AttemptSecrets open(ConnectAttempt attempt) {
        return sealed.get(attempt.secrets().orElseThrow().toBytes()[0] - 1);
    }
}
