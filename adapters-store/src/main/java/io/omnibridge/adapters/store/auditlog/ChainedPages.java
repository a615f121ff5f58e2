package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One user's record from its first event on, of which one page is held at a time. It ends before an event that cannot be
 * read. Not thread-safe; {@link #hasNext} throws {@link StoreUnavailable}.
 */
final class ChainedPages implements Iterator<ChainedEvent> {

    private static final int PAGE = 500;

    private final ChainedAuditLog records;
    private final UserId user;
    private Iterator<ChainedEvent> page = List.<ChainedEvent>of().iterator();
    private long position;
    private boolean unreadable;

    ChainedPages(ChainedAuditLog records, UserId user) {
        this.records = records;
        this.user = user;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !unreadable) {
            page = nextPage().iterator();
        }
        return page.hasNext();
    }

    @Override
    public ChainedEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ChainedEvent event = page.next();
        position = event.position();
        return event;
    }

    /** Whether it ended before an event that cannot be read. */
    boolean endedUnreadable() {
        return unreadable;
    }

    private List<ChainedEvent> nextPage() {
        try {
            return records.after(user, position, PAGE);
        } catch (IllegalStateException e) {
            return nextAlone();
        }
    }

    /** Whatever cannot be read is not to hide what stands before it. */
    private List<ChainedEvent> nextAlone() {
        try {
            return records.after(user, position, 1);
        } catch (IllegalStateException e) {
            unreadable = true;
            return List.of();
        }
    }
}
