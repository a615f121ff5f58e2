package io.omnibridge.application.revocation;

import io.omnibridge.domain.revocation.PendingRevocation;

/** Attempts pending revocations at once, beside the request or job that queued them. Thread-safe. */
@FunctionalInterface
public interface RevocationWorkers {

    /**
     * Has {@code revocation} attempted soon, and returns at once. It may do nothing: a pending revocation is attempted by
     * {@link RevokeDueGrants} anyway.
     *
     * @param revocation as it is stored
     */
    void submit(PendingRevocation revocation);
}
