package io.omnibridge.domain.audit;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
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
 * @param client the software that requested it; empty if no client did
 * @param account the account that it concerns, always one of the user's own; empty if it concerns none
 * @param requestId connects the event to the response and to the log lines of the same request
 */
public record AuditedAction(
        Kind kind,
        Instant at,
        UserId user,
        Optional<ClientId> client,
        Optional<AccountKey> account,
        RequestId requestId) {

    /** Kinds of actions. */
    public enum Kind {
        LINK,
        UNLINK,
        /** To unlink an account that nobody used or looked at for long. */
        REMOVE_UNUSED,
        /** To refresh credentials. */
        RENEW,
        /** To begin, continue or complete an attempt to connect an account. */
        CONNECT,
        /** To revoke a grant at its provider. */
        REVOKE,
        READ_ACCOUNTS,
        READ_AUDIT
    }

    /** @throws InvalidValue if the account is not the user's own */
    public AuditedAction {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(requestId, "requestId");
        InvalidValue.unless(account.isEmpty() || account.get().isOwnedBy(user), "must be about the user's own account");
    }

    /** Creates an action of {@code caller} on one of the caller's own accounts. */
    public static AuditedAction on(AccountKey account, Kind kind, Caller caller, RequestId requestId, Instant at) {
        return new AuditedAction(kind, at, caller.user(), caller.client(), Optional.of(account), requestId);
    }

    /** Creates an action of {@code caller} that concerns no particular account. */
    public static AuditedAction of(Kind kind, Caller caller, RequestId requestId, Instant at) {
        return new AuditedAction(kind, at, caller.user(), caller.client(), Optional.empty(), requestId);
    }

    /**
     * Creates an action that no client requested: background work, or a command of the operator.
     *
     * @param reason takes the place of a request id: one per kind of work, or one per account or revocation
     */
    public static AuditedAction withoutClient(AccountKey account, Kind kind, RequestId reason, Instant at) {
        return new AuditedAction(kind, at, account.owner(), Optional.empty(), Optional.of(account), reason);
    }

    /** Returns the audit event of this action with its outcome. */
    public AuditEvent withOutcome(AuditOutcome outcome) {
        return new AuditEvent(this, outcome);
    }
}
