package io.omnibridge.application.use;

/** The part of a lease that does not allow a use. */
public enum LeaseRestriction {
    KIND,
    ACCOUNT,
    SOURCE
}
