package io.omnibridge.contract;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.ChainHead;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;

/** In-memory audit log that returns a chain head, as the logs of durable stores do. */
record AuditLogWithHead(AuditLog auditLog) implements AuditLog {

    private static final String MAC = "0".repeat(64);

    @Override
    public void append(AuditEvent event) {
        auditLog.append(event);
    }

    @Override
    public void countRefusal(AuditEvent refused) {
        auditLog.countRefusal(refused);
    }

    @Override
    public List<RefusalCount> refusals(UserId user) {
        return auditLog.refusals(user);
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        AuditPage page = auditLog.list(user, before, limit);
        int count = auditLog.list(user, AuditPage.FROM_NEWEST, Integer.MAX_VALUE)
                .events()
                .size();
        Optional<ChainHead> head = count == 0 ? Optional.empty() : Optional.of(new ChainHead(count, MAC));
        return new AuditPage(page.events(), page.next(), head);
    }
}
