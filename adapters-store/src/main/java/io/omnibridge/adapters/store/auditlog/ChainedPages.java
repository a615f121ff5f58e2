package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Iterator over one user's log from its first event on, with one page in memory. It ends before an event that cannot be
 * read. Not thread-safe; {@link #hasNext} throws {@link StoreUnavailable}.
 *
 * @param <E> kind of its events
 */
final class ChainedPages<E extends Chained> implements Iterator<E> {

    private static final int PAGE = 500;

    private final ChainedLog<E> log;
    private final UserId user;
    private Iterator<E> page = List.<E>of().iterator();
    private long position;
    private boolean unreadable;

    ChainedPages(ChainedLog<E> log, UserId user) {
        this.log = log;
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
    public E next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        E event = page.next();
        position = event.position();
        return event;
    }

    /** Whether it ended before an event that cannot be read. */
    boolean endedUnreadable() {
        return unreadable;
    }

    private List<E> nextPage() {
        try {
            return log.after(user, position, PAGE);
        } catch (IllegalStateException e) {
            return nextAlone();
        }
    }

    /** Reads one event alone, so that an event that cannot be read does not hide those before it. */
    private List<E> nextAlone() {
        try {
            return log.after(user, position, 1);
        } catch (IllegalStateException e) {
            unreadable = true;
            return List.of();
        }
    }
}
