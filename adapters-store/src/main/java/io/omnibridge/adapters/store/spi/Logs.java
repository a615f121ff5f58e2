package io.omnibridge.adapters.store.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Logs as immutable lists, oldest entry first, changed by copying. */
final class Logs {

    private Logs() {}

    /** Returns {@code former} with {@code more} behind it. */
    static <T> List<T> joined(List<T> former, List<T> more) {
        List<T> joined = new ArrayList<>(former.size() + more.size());
        joined.addAll(former);
        joined.addAll(more);
        return Collections.unmodifiableList(joined);
    }

    /** Returns the newest {@code limit} entries of {@code log}, or all if there are no more. */
    static <T> List<T> newest(int limit, List<T> log) {
        int size = log.size();
        return size > limit ? Collections.unmodifiableList(new ArrayList<>(log.subList(size - limit, size))) : log;
    }
}
