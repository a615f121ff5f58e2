package io.omnibridge.adapters.store.memory;

import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The newest events of one user. Positions count all events that were ever added, from 0, so that a page stays where it was
 * when events are added or forgotten. Immutable.
 */
final class RecentEvents {

    /** How many events are kept: what a user may do must not fill the heap. */
    static final int CAPACITY = 1_000;

    static final RecentEvents NONE = new RecentEvents(new StoredEvent[0], 0);

    private final StoredEvent[] events;
    private final long forgotten;

    private RecentEvents(StoredEvent[] events, long forgotten) {
        this.events = events;
        this.forgotten = forgotten;
    }

    /** These and {@code event}, without the oldest one if they would be too many. */
    RecentEvents with(StoredEvent event) {
        int dropped = events.length == CAPACITY ? 1 : 0;
        StoredEvent[] more = Arrays.copyOfRange(events, dropped, events.length + 1);
        more[more.length - 1] = event;
        return new RecentEvents(more, forgotten + dropped);
    }

    /** How many there are; those that were forgotten do not count. */
    int size() {
        return events.length;
    }

    /** The newest {@code limit} events at positions below {@code before}, as {@code user}'s. */
    AuditPage page(UserId user, long before, int limit) {
        long known = Math.min(before, forgotten + events.length);
        int end = (int) (Math.max(known, forgotten) - forgotten);
        int start = Math.max(end - limit, 0);
        List<AuditEvent> page = new ArrayList<>(end - start);
        for (int i = end - 1; i >= start; i--) {
            page.add(events[i].of(user));
        }
        OptionalLong next = start > 0 ? OptionalLong.of(forgotten + start) : OptionalLong.empty();
        return new AuditPage(page, next, Optional.empty());
    }
}
