package io.omnibridge.domain.use;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One use of a user's permissions: one request, or one call of a tool.
 *
 * @param at when it was requested
 * @param user the owner of all targets
 * @param client the client that the JWT names; empty if it names none, or if a lease was used
 * @param lease the lease that was used; empty if a JWT was
 * @param targets at least one and at most {@value #MAX_TARGETS}
 * @param requestId connects the receipt to the response and to the log lines of the same request; a client may choose it
 */
public record Use(
        UseKind kind,
        UseVia via,
        Instant at,
        UserId user,
        Optional<ClientId> client,
        Optional<LeaseId> lease,
        List<UseTarget> targets,
        RequestId requestId) {

    /** The maximum number of targets. */
    public static final int MAX_TARGETS = 16;

    /** @throws InvalidValue if there are too few or too many targets, or one is not the user's own account */
    public Use {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(via, "via");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(requestId, "requestId");
        targets = List.copyOf(targets);
        InvalidValue.unless(
                !targets.isEmpty() && targets.size() <= MAX_TARGETS, "must have 1 to " + MAX_TARGETS + " targets");
        UserId owner = user;
        InvalidValue.unless(
                targets.stream().allMatch(target -> target.account().isOwnedBy(owner)),
                "must be about the user's own accounts");
    }

    /** Returns the receipt that the use begins with. */
    public UseReceipt used() {
        return new UseReceipt(this, UseOutcome.USED, Optional.empty());
    }

    /** Returns the receipt of the use that received nothing, at another time. */
    public UseReceipt failed(UseFailure reason, Instant time) {
        return new UseReceipt(
                new Use(kind, via, time, user, client, lease, targets, requestId),
                UseOutcome.FAILED,
                Optional.of(reason));
    }
}
