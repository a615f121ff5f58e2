package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.ChainHead;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a user's audit log as a store keeps it. Positions have no gap.
 *
 * @param head of the whole audit log, at the moment at which the events were read; empty if there is no event, or no chain
 * @param oldestKept the position of the oldest event that the store keeps; 1 if it keeps all
 */
public record ChainedPage(Optional<ChainHead> head, List<ChainedEvent> newestFirst, long oldestKept) {

    public ChainedPage {
        newestFirst = List.copyOf(newestFirst);
    }

    /** A page of a store that keeps every event. */
    public ChainedPage(Optional<ChainHead> head, List<ChainedEvent> newestFirst) {
        this(head, newestFirst, 1);
    }

    public AuditPage toAuditPage() {
        return new AuditPage(newestFirst.stream().map(ChainedEvent::event).toList(), next(), head);
    }

    private OptionalLong next() {
        long oldest = newestFirst.isEmpty()
                ? oldestKept
                : newestFirst.get(newestFirst.size() - 1).position();
        return oldest > oldestKept ? OptionalLong.of(oldest) : OptionalLong.empty();
    }
}
