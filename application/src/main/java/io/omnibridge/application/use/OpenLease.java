package io.omnibridge.application.use;

import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseTarget;
import java.util.List;
import java.util.Optional;

/** A lease that had not ended when it was read. */
record OpenLease(LeaseId id, LeaseTerms terms) {

    void requireAllowed(UseKind kind, List<UseTarget> targets) throws RefusedUse {
        Optional<LeaseRestriction> outside = outside(kind)
                .or(() -> targets.stream()
                        .flatMap(target -> outside(target).stream())
                        .findFirst());
        if (outside.isPresent()) {
            throw new RefusedUse(new UseRefusal.OutsideLease(outside.get()));
        }
    }

    /** Returns the term that does not allow a kind of use. */
    Optional<LeaseRestriction> outside(UseKind kind) {
        return terms.of().contains(kind) ? Optional.empty() : Optional.of(LeaseRestriction.KIND);
    }

    /** Returns the term that does not open a target. */
    Optional<LeaseRestriction> outside(UseTarget target) {
        if (!terms.accounts().contains(target.account())) {
            return Optional.of(LeaseRestriction.ACCOUNT);
        }
        return terms.open(target) ? Optional.empty() : Optional.of(LeaseRestriction.SOURCE);
    }

    LeaseCount count() {
        return new LeaseCount(id, terms.maxUses());
    }
}
