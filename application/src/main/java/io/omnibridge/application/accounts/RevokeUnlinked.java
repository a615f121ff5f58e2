package io.omnibridge.application.accounts;

import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.revocation.RevocationWorkers;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Objects;
import java.util.Optional;

/** Revokes the grant of an account that was unlinked: while the request waits, or beside it. Thread-safe. */
public final class RevokeUnlinked {

    private final RevokeGrant revokeGrant;
    private final RevocationWorkers workers;
    private final CallLimiter calls;

    public RevokeUnlinked(RevokeGrant revokeGrant, RevocationWorkers workers, CallLimiter calls) {
        this.revokeGrant = Objects.requireNonNull(revokeGrant);
        this.workers = Objects.requireNonNull(workers);
        this.calls = Objects.requireNonNull(calls);
    }

    /** @param wait whether to wait for the provider, unless too many calls are in flight */
    RevocationStatus revoke(Optional<PendingRevocation> pending, boolean wait) {
        if (pending.isEmpty()) {
            return RevocationStatus.NOT_OFFERED;
        }
        PendingRevocation revocation = pending.get();
        AccountKey account = revocation.account();
        Optional<CallPermit> permit = wait ? calls.tryEnter(account.owner(), account.provider()) : Optional.empty();
        if (permit.isEmpty()) {
            workers.submit(revocation);
            return RevocationStatus.PENDING;
        }
        try {
            return revoke(revocation);
        } finally {
            permit.get().close();
        }
    }

    /** Calls the provider. The account is removed already: an unavailable store only delays the revocation. */
    private RevocationStatus revoke(PendingRevocation revocation) {
        try {
            return switch (revokeGrant.revoke(revocation)) {
                case REVOKED -> RevocationStatus.REVOKED;
                case PENDING, LEFT -> RevocationStatus.PENDING;
                case ABANDONED -> RevocationStatus.NOT_OFFERED;
            };
        } catch (StoreUnavailable e) {
            return RevocationStatus.PENDING;
        }
    }
}
