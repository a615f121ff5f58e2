package io.omnibridge.application.observation;

import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Counts the items of each complete pass over a scan, by a key. Passes may run side by side: a page belongs to the pass that
 * stopped at its cursor. A pass that stops halfway is forgotten. Thread-safe.
 */
final class ScanCounter<T, K> {

    private static final int MAX_PASSES = 4;

    private final Function<T, K> key;
    private final Map<ScanCursor, Map<K, Long>> running = new LinkedHashMap<>();
    private volatile Optional<ScanCounts<K>> last = Optional.empty();

    ScanCounter(Function<T, K> key) {
        this.key = key;
    }

    /** Returns the result of the pass that ended last. */
    Optional<ScanCounts<K>> last() {
        return last;
    }

    synchronized void count(ScanCursor after, ScanPage<T> page, Instant now) {
        Map<K, Long> counts = after.equals(ScanCursor.START) ? new HashMap<>() : running.remove(after);
        if (counts == null) {
            return;
        }
        page.items().forEach(item -> counts.merge(key.apply(item), 1L, Long::sum));
        if (page.next().isEmpty()) {
            last = Optional.of(new ScanCounts<>(counts, now));
            return;
        }
        running.put(page.next().get(), counts);
        if (running.size() > MAX_PASSES) {
            running.remove(running.keySet().iterator().next());
        }
    }
}
