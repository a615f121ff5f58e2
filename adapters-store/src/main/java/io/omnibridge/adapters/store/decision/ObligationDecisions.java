package io.omnibridge.adapters.store.decision;

import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.revocation.Obligation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.Optional;
import java.util.function.Function;

/** What becomes of writes of obligations. */
public final class ObligationDecisions {

    private ObligationDecisions() {}

    /** What would end the grant of an account that is linked is not taken on; what is there already is not added again. */
    public static Function<Holding, Decision<Boolean>> add(Obligation obligation) {
        return holding -> {
            if (holding.owed()) {
                return new Decision<>(true, Optional.empty(), Changes.NONE);
            }
            boolean harmful = obligation.scope() == RevocationScope.GRANT
                    && holding.account().isPresent();
            return harmful
                    ? Decision.notTaken()
                    : Decision.taken(AuditOutcome.BEGUN, Changes.of(Owing.adding(Optional.of(obligation))));
        };
    }

    public static Function<Holding, Decision<Boolean>> settle(Obligation obligation, AuditOutcome outcome) {
        return holding -> holding.owed()
                ? Decision.taken(outcome, Changes.of(Owing.settling(obligation.id())))
                : Decision.notTaken();
    }
}
