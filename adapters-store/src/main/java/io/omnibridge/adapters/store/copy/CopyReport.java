package io.omnibridge.adapters.store.copy;

import java.util.Optional;

/**
 * Result of a copy.
 *
 * @param copied how many users were copied, whole
 * @param kept how many users the target had already as the source has them
 * @param removed how many users were removed from the target, because the source does not have them
 * @param comparison of both stores; empty if they were not compared
 */
public record CopyReport(long copied, long kept, long removed, Optional<Comparison> comparison) {

    /**
     * Result of comparing two stores.
     *
     * @param differing how many users are not the same in both, or are in one only
     * @param unreadable how many users of the source have something that cannot be read
     */
    public record Comparison(StoreTotals source, StoreTotals target, long differing, long unreadable) {

        /** Whether the target has exactly what the source has. */
        public boolean agrees() {
            return differing == 0 && unreadable == 0 && source.equals(target);
        }
    }
}
