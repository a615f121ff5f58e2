package io.omnibridge.adapters.store.spi;

/**
 * Leases of a user as far as a {@link LeaseScope} goes.
 *
 * @param live how many have neither expired nor been ended
 * @param unexpired how many have not expired, ended or not
 * @param hasOpen whether the lease in question is there and was not ended
 */
public record LeaseCounts(long live, long unexpired, boolean hasOpen) {

    /** Counts of a user without leases. */
    public static final LeaseCounts NONE = new LeaseCounts(0, 0, false);
}
