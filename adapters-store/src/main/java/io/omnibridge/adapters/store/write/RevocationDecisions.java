package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.RevocationChanges;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.Optional;
import java.util.function.Function;

/** Decisions on writes of pending revocations, as {@link PendingRevocations} describes them. */
public final class RevocationDecisions {

    private RevocationDecisions() {}

    /** Decides on {@link PendingRevocations#add}. */
    public static Function<UserSnapshot, Decision<Boolean>> add(PendingRevocation revocation) {
        return snapshot -> {
            if (snapshot.revocationPending()) {
                return Decision.notTaken(true);
            }
            boolean endsLinkedGrant = revocation.scope() == RevocationScope.GRANT
                    && snapshot.account().isPresent();
            return endsLinkedGrant
                    ? Decision.notTaken()
                    : Decision.taken(AuditOutcome.BEGUN, Changes.of(RevocationChanges.adding(Optional.of(revocation))));
        };
    }

    /** Decides on {@link PendingRevocations#complete}. */
    public static Function<UserSnapshot, Decision<Boolean>> complete(
            PendingRevocation revocation, AuditOutcome outcome) {
        return snapshot -> snapshot.revocationPending()
                ? Decision.taken(outcome, Changes.of(RevocationChanges.completing(revocation.id())))
                : Decision.notTaken();
    }
}
