package io.omnibridge.adapters.store.copy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Comparison of two stores while it is made. It keeps about 60 bytes of each user. Thread-safe. */
final class StoreComparison {

    /** Digests of the users that were counted, so that a user that a scan returns twice counts once. */
    private final Set<Long> counted = new HashSet<>();

    private StoreTotals source = StoreTotals.NONE;
    private StoreTotals target = StoreTotals.NONE;
    private long differing;
    private long unreadable;

    /** @param here empty if the user cannot be read, as {@code there} */
    synchronized void compare(Optional<UserSummary> here, Optional<UserSummary> there) {
        if (here.isEmpty()) {
            unreadable++;
        } else if (counted.add(here.get().digest().longValue())) {
            source = source.plus(here.get());
            target = there.map(target::plus).orElse(target);
            differing += here.equals(there) ? 0 : 1;
        }
    }

    /** Counts a user that only the target has. */
    synchronized void onlyInTarget(Optional<UserSummary> there) {
        target = there.map(target::plus).orElse(target);
        differing++;
    }

    synchronized CopyComparison result(long unreadableNames) {
        return new CopyComparison(source, target, differing, unreadable + unreadableNames);
    }
}
