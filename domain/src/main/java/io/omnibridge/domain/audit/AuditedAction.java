package io.omnibridge.domain.audit;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An action that belongs in the audit log, before its outcome is known. It never contains a token, the hash of a token,
 * or anything from a request's body but provider and account id.
 *
 * @param at when the action was requested
 * @param user whose audit log it belongs to
 * @param actor who requested it
 * @param account the account that it concerns, always one of the user's own; empty if it concerns none
 * @param attempt the connect attempt that it concerns; empty if it concerns none
 * @param lease the lease that it concerns; empty if it concerns none
 * @param requestId connects the event to the response and to the log lines of the same request; a client may choose it
 */
public record AuditedAction(
        ActionKind kind,
        Instant at,
        UserId user,
        Actor actor,
        Optional<AccountKey> account,
        Optional<AuditedAttempt> attempt,
        Optional<LeaseId> lease,
        RequestId requestId) {

    /** @throws InvalidValue if the account is not the user's own */
    public AuditedAction {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(requestId, "requestId");
        InvalidValue.unless(account.isEmpty() || account.get().isOwnedBy(user), "must be about the user's own account");
    }

    /** Creates an action that concerns no lease. */
    public AuditedAction(
            ActionKind kind,
            Instant at,
            UserId user,
            Actor actor,
            Optional<AccountKey> account,
            Optional<AuditedAttempt> attempt,
            RequestId requestId) {
        this(kind, at, user, actor, account, attempt, Optional.empty(), requestId);
    }

    /** Creates an action of {@code caller} on one of the caller's own accounts. */
    public static AuditedAction on(
            AccountKey account, ActionKind kind, Caller caller, RequestId requestId, Instant at) {
        return of(kind, caller, requestId, at).on(account);
    }

    /** Creates an action of {@code caller} that concerns no particular account. */
    public static AuditedAction of(ActionKind kind, Caller caller, RequestId requestId, Instant at) {
        return new AuditedAction(
                kind, at, caller.user(), Actor.of(caller), Optional.empty(), Optional.empty(), requestId);
    }

    /**
     * Creates an action on an account that its owner did not request.
     *
     * @param actor the service or the operator
     * @param reason takes the place of a request id: one per kind of work, or one per account or revocation
     */
    public static AuditedAction by(Actor actor, AccountKey account, ActionKind kind, RequestId reason, Instant at) {
        return new AuditedAction(kind, at, account.owner(), actor, Optional.of(account), Optional.empty(), reason);
    }

    /** Returns the client that requested the action; empty if no client did. */
    public Optional<ClientId> client() {
        return actor.client();
    }

    /** Returns the provider of the account or the attempt; empty if it concerns neither. */
    public Optional<ProviderId> provider() {
        return account.map(AccountKey::provider).or(() -> attempt.map(AuditedAttempt::provider));
    }

    /**
     * Returns this action on an account.
     *
     * @throws InvalidValue if the account is not the user's own
     */
    public AuditedAction on(AccountKey concerned) {
        return new AuditedAction(kind, at, user, actor, Optional.of(concerned), attempt, lease, requestId);
    }

    /** Returns this action on a connect attempt, which {@code next} describes as the action leaves it. */
    public AuditedAction on(ConnectAttempt next) {
        return new AuditedAction(
                kind, at, user, actor, account, Optional.of(AuditedAttempt.of(next)), lease, requestId);
    }

    /** Returns this action on a lease. */
    public AuditedAction on(LeaseId concerned) {
        return new AuditedAction(kind, at, user, actor, account, attempt, Optional.of(concerned), requestId);
    }

    /** Returns this action as another kind and at another time. */
    public AuditedAction as(ActionKind other, Instant time) {
        return new AuditedAction(other, time, user, actor, account, attempt, lease, requestId);
    }

    /** Returns the audit event of this action with its outcome. */
    public AuditEvent withOutcome(AuditOutcome outcome) {
        return new AuditEvent(this, outcome);
    }
}
