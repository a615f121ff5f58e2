package io.omnibridge.adapters.store.copy;

/**
 * Result of comparing two stores.
 *
 * @param differing how many users are not the same in both, or are in one only
 * @param unreadable how many users of the source have something that cannot be read
 */
public record CopyComparison(StoreTotals source, StoreTotals target, long differing, long unreadable) {

    /** Whether the target has exactly what the source has. */
    public boolean agrees() {
        return differing == 0 && unreadable == 0 && source.equals(target);
    }
}
