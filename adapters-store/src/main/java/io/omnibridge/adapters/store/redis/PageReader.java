package io.omnibridge.adapters.store.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows of some users until a page is full. Not thread-safe.
 *
 * @param <T> a row
 */
abstract class PageReader<T> {

    private final int limit;
    private final List<T> items = new ArrayList<>();
    private int unreadable;

    PageReader(int limit) {
        this.limit = limit;
    }

    /** Reads something of what the key leads to, and returns how much is done then. */
    abstract StepProgress readSome(String key, StepProgress done);

    /** Reads on, and returns how much is done when the page is full; nothing when the step is done. */
    final Optional<StepProgress> read(List<String> keys, StepProgress from) {
        StepProgress done = from;
        while (done.index() < keys.size()) {
            if (room() <= 0) {
                return Optional.of(done);
            }
            done = readSome(keys.get(done.index()), done);
        }
        return Optional.empty();
    }

    final void add(T item) {
        items.add(item);
    }

    final void addUnreadable(int more) {
        unreadable += more;
    }

    /** Returns how many rows still fit; at most 0 if the page is full. */
    final int room() {
        return limit - items.size() - unreadable;
    }

    final List<T> items() {
        return items;
    }

    final long unreadable() {
        return unreadable;
    }
}
