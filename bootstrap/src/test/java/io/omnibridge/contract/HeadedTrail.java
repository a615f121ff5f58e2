package io.omnibridge.contract;

import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditHead;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;

/** A trail in memory whose records have heads all the same, as those of the stores have that chain. */
record HeadedTrail(AuditTrail trail) implements AuditTrail {

    private static final String MAC = "0".repeat(64);

    @Override
    public void record(AuditEvent event) {
        trail.record(event);
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        AuditPage page = trail.list(user, before, limit);
        int count = trail.list(user, AuditPage.FROM_NEWEST, Integer.MAX_VALUE)
                .events()
                .size();
        Optional<AuditHead> head = count == 0 ? Optional.empty() : Optional.of(new AuditHead(count, MAC));
        return new AuditPage(page.events(), page.next(), head);
    }
}
