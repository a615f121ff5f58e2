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
 * Something that a caller asked for and that has to be recorded, before it is known how it ended. It never has a token, a
 * hash of one, or anything from a request's body beyond provider and account id.
 *
 * @param at when it was asked for
 * @param user in whose record it belongs
 * @param client the software that asked
 * @param account the account that it is about, always the user's own; empty when it is about none
 * @param requestId what ties it to the answer and the log
 */
public record AuditedAction(
        Kind kind,
        Instant at,
        UserId user,
        Optional<ClientId> client,
        Optional<AccountKey> account,
        RequestId requestId) {

    /** What was asked for. */
    public enum Kind {
        LINK,
        UNLINK,
        RENEW,
        /** To begin, carry on or complete the connection of an account. */
        CONNECT,
        /** To give a grant back to its provider. */
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

    /** An action of {@code caller} on one of their own accounts. */
    public static AuditedAction on(AccountKey account, Kind kind, Caller caller, RequestId requestId, Instant at) {
        return new AuditedAction(kind, at, caller.user(), caller.client(), Optional.of(account), requestId);
    }

    /** An action of {@code caller} that is about no particular account. */
    public static AuditedAction of(Kind kind, Caller caller, RequestId requestId, Instant at) {
        return new AuditedAction(kind, at, caller.user(), caller.client(), Optional.empty(), requestId);
    }

    /** The event that this action becomes once its outcome is known. */
    public AuditEvent concluded(AuditOutcome outcome) {
        return new AuditEvent(this, outcome);
    }
}
