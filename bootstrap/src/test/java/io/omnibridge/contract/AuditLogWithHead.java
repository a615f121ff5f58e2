package io.omnibridge.contract;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.ChainHead;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;

/** A trail in memory whose records have heads all the same, as those of the stores have that chain. */
record AuditLogWithHead(AuditLog trail) implements AuditLog {

    private static final String MAC = "0".repeat(64);

    @Override
    public void append(AuditEvent event) {
        trail.append(event);
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        AuditPage page = trail.list(user, before, limit);
        int count = trail.list(user, AuditPage.FROM_NEWEST, Integer.MAX_VALUE)
                .events()
                .size();
        Optional<ChainHead> head = count == 0 ? Optional.empty() : Optional.of(new ChainHead(count, MAC));
        return new AuditPage(page.events(), page.next(), head);
    }
}
