package io.omnibridge.application.use;

/** Whether data routes accept leases. */
public enum LeaseMode {
    /** They accept leases and JWTs. */
    ON,
    /** They accept JWTs alone, and no lease can be made. */
    OFF,
    /** They accept leases alone. */
    REQUIRED
}
