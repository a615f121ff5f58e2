package io.omnibridge.domain.lease;

/** What ended a lease. */
public enum LeaseEnd {
    /** Its time is over. */
    EXPIRY,
    /** All its uses were made. */
    USES,
    /** Its owner ended it, or the operator did. */
    OWNER
}
