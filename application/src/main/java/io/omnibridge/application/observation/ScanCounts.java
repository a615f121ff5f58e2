package io.omnibridge.application.observation;

import java.time.Instant;
import java.util.Map;

/** Result of one pass over all rows: how many there are of each key, and when they were counted. */
record ScanCounts<K>(Map<K, Long> counts, Instant at) {
    ScanCounts {
        counts = Map.copyOf(counts);
    }
}
