package io.omnibridge.application.use;

import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseTarget;
import java.util.List;

/** A lease that had not ended when it was read. */
record OpenLease(LeaseId id, LeaseTerms terms) {

    void requireAllowed(UseKind kind, List<UseTarget> targets) throws RefusedUse {
        if (!targets.stream().allMatch(target -> terms.allow(kind, target))) {
            throw new RefusedUse(new UseRefusal.OutsideLease());
        }
    }

    LeaseCount count() {
        return new LeaseCount(id, terms.maxUses());
    }
}
