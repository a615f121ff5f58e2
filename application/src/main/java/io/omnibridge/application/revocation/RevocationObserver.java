package io.omnibridge.application.revocation;

/** Observes the progress of {@link RevokeProvider}. */
@FunctionalInterface
public interface RevocationObserver {

    /**
     * Called after each page of accounts.
     *
     * @param scanned how many accounts were scanned so far
     * @param unlinked how many of them were unlinked
     */
    void scanned(long scanned, long unlinked);
}
