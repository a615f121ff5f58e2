package io.omnibridge.adapters.store.write;

import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.Optional;
import java.util.function.Function;

/** What becomes of writes of obligations. */
public final class RevocationDecisions {

    private RevocationDecisions() {}

    /** What would end the grant of an account that is linked is not taken on; what is there already is not added again. */
    public static Function<UserSnapshot, Decision<Boolean>> add(PendingRevocation pendingRevocation) {
        return snapshot -> {
            if (snapshot.owed()) {
                return new Decision<>(true, Optional.empty(), Changes.NONE);
            }
            boolean harmful = pendingRevocation.scope() == RevocationScope.GRANT
                    && snapshot.account().isPresent();
            return harmful
                    ? Decision.notTaken()
                    : Decision.taken(
                            AuditOutcome.BEGUN, Changes.of(RevocationChanges.adding(Optional.of(pendingRevocation))));
        };
    }

    public static Function<UserSnapshot, Decision<Boolean>> complete(
            PendingRevocation pendingRevocation, AuditOutcome outcome) {
        return snapshot -> snapshot.owed()
                ? Decision.taken(outcome, Changes.of(RevocationChanges.settling(pendingRevocation.id())))
                : Decision.notTaken();
    }
}
