package io.omnibridge.adapters.store.memory;

import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The newest events of one user. Positions count all events that were ever added, from 0, so that a page stays where it was
 * when events are added or forgotten. Not thread-safe.
 */
final class RecentEvents {

    /** How many events are kept: what a user may do must not fill the heap. */
    static final int CAPACITY = 1_000;

    /** Begins small: most users do one thing, and there may be a million of them. */
    private final List<AuditEvent> events = new ArrayList<>(1);

    private long forgotten;

    void add(AuditEvent event) {
        if (events.size() == CAPACITY) {
            events.remove(0);
            forgotten++;
        }
        events.add(event);
    }

    void clear() {
        forgotten += events.size();
        events.clear();
    }

    /** How many there are; those that were forgotten do not count. */
    int size() {
        return events.size();
    }

    /** The newest {@code limit} events at positions below {@code before}. */
    AuditPage page(long before, int limit) {
        long known = Math.min(before, forgotten + events.size());
        int end = (int) (Math.max(known, forgotten) - forgotten);
        int start = Math.max(end - limit, 0);
        List<AuditEvent> page = new ArrayList<>(events.subList(start, end));
        Collections.reverse(page);
        OptionalLong next = start > 0 ? OptionalLong.of(forgotten + start) : OptionalLong.empty();
        return new AuditPage(page, next, Optional.empty());
    }
}
