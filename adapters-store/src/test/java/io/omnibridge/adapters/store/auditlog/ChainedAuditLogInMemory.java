package io.omnibridge.adapters.store.auditlog;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;

import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Audit log of one user, which a test can change and append to between two calls. */
final class ChainedAuditLogInMemory implements ChainedAuditLog {

    final List<ChainedEvent> events = new ArrayList<>();
    final Set<Long> unreadable = new HashSet<>();
    StoredChainHead head = StoredChainHead.NONE;
    boolean headIsUnreadable;
    Runnable afterEveryPage = () -> {};
    Runnable afterHead = () -> {};
    int largestPage;

    private final AuditChain chain;

    ChainedAuditLogInMemory(AuditChain chain) {
        this.chain = chain;
    }

    StoredChainHead append(int count) {
        return append(count, "account");
    }

    StoredChainHead append(int count, String account) {
        for (int i = 0; i < count; i++) {
            AuditEvent event = action(ActionKind.LINK, key(ALICE, GOOGLE, account + "-" + events.size()))
                    .withOutcome(AuditOutcome.LINKED);
            head = chain.headAfter(head, event);
            events.add(new ChainedEvent(head.count(), event, head.mac()));
        }
        return head;
    }

    /** Replaces the event at {@code position} by one that was never appended. */
    void change(int position) {
        ChainedEvent event = events.get(position - 1);
        AuditEvent other = event.event().action().withOutcome(AuditOutcome.QUOTA_EXCEEDED);
        events.set(position - 1, new ChainedEvent(position, other, event.mac()));
    }

    @Override
    public StoredChainHead head(UserId user) {
        if (headIsUnreadable) {
            throw new IllegalStateException("head");
        }
        StoredChainHead read = head;
        afterHead.run();
        return read;
    }

    @Override
    public List<ChainedEvent> after(UserId user, long position, int limit) {
        List<ChainedEvent> page = events.stream()
                .filter(event -> event.position() > position)
                .limit(limit)
                .toList();
        if (page.stream().anyMatch(event -> unreadable.contains(event.position()))) {
            throw new IllegalStateException("event");
        }
        largestPage = Math.max(largestPage, limit);
        afterEveryPage.run();
        return page;
    }
}
