package io.omnibridge.adapters.store.copy;

/** Step of a copy. */
public enum CopyStep {
    /** Copies users that the target lacks, or has in another form. */
    COPYING,
    /** Removes users from the target that the source does not have any more. */
    REMOVING,
    /** Reads and compares both stores. */
    VERIFYING
}
