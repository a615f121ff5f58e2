package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.ChainHead;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a user's record as a durable store keeps it.
 *
 * @param head of the whole record, at the moment at which the events were read; empty when the record has no event
 */
public record ChainedPage(Optional<ChainHead> head, List<ChainedEvent> newestFirst) {

    public ChainedPage {
        newestFirst = List.copyOf(newestFirst);
    }

    public AuditPage toAuditPage() {
        return new AuditPage(newestFirst.stream().map(ChainedEvent::event).toList(), next(), head);
    }

    /** Where the next page begins; positions have no gap, so the last page is the one that holds the first event. */
    private OptionalLong next() {
        long oldest = newestFirst.isEmpty()
                ? 1
                : newestFirst.get(newestFirst.size() - 1).position();
        return oldest > 1 ? OptionalLong.of(oldest) : OptionalLong.empty();
    }
}
