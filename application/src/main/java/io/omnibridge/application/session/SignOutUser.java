package io.omnibridge.application.session;

import io.omnibridge.application.lease.EndLeases;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.UserId;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * Signs a user out everywhere: sessions and JWTs that were issued to the user before no longer count, and all leases end. Calls that are
 * under way go on. Thread-safe.
 */
public final class SignOutUser {

    private final SignOuts signOuts;
    private final EndLeases endLeases;
    private final Clock clock;

    /** @param clock the store's */
    public SignOutUser(SignOuts signOuts, EndLeases endLeases, Clock clock) {
        this.signOuts = Objects.requireNonNull(signOuts);
        this.endLeases = Objects.requireNonNull(endLeases);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Signs the user out. The leases end before the session of the user does: if the store fails meanwhile, the user can sign out
     * again. Leases that were made meanwhile end afterwards.
     *
     * @param actor the user, the operator, or the service on behalf of the issuer
     * @return how many leases ended
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond; some or all may have happened
     */
    public int signOut(UserId user, Actor actor, RequestId reason) {
        int ended = endLeases.end(user, actor, reason);
        signOuts.signOut(
                user,
                new AuditedAction(
                        ActionKind.SIGN_OUT, clock.instant(), user, actor, Optional.empty(), Optional.empty(), reason));
        return ended + endLeases.end(user, actor, reason);
    }
}
