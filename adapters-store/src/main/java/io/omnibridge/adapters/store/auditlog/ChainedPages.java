package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Iterator over one user's audit log from its first event on, with one page in memory. It ends before an event that cannot be
 * read. Not thread-safe; {@link #hasNext} throws {@link StoreUnavailable}.
 */
final class ChainedPages implements Iterator<ChainedEvent> {

    private static final int PAGE = 500;

    private final ChainedAuditLog auditLogs;
    private final UserId user;
    private Iterator<ChainedEvent> page = List.<ChainedEvent>of().iterator();
    private long position;
    private boolean unreadable;

    ChainedPages(ChainedAuditLog auditLogs, UserId user) {
        this.auditLogs = auditLogs;
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
            return auditLogs.after(user, position, PAGE);
        } catch (IllegalStateException e) {
            return nextAlone();
        }
    }

    /** Reads one event alone, so that an event that cannot be read does not hide those before it. */
    private List<ChainedEvent> nextAlone() {
        try {
            return auditLogs.after(user, position, 1);
        } catch (IllegalStateException e) {
            unreadable = true;
            return List.of();
        }
    }
}
