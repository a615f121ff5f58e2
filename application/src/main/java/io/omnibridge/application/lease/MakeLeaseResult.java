package io.omnibridge.application.lease;

import io.omnibridge.domain.lease.Lease;
import java.util.Objects;

/** Result of making a lease. */
public sealed interface MakeLeaseResult {

    /**
     * The lease was made.
     *
     * @param token for the client; it is not stored
     */
    record Made(Lease lease, String token) implements MakeLeaseResult {
        public Made {
            Objects.requireNonNull(lease, "lease");
            Objects.requireNonNull(token, "token");
        }

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Made[" + lease.id() + "]";
        }
    }

    /** The user has no account of one of the names. */
    record AccountNotFound() implements MakeLeaseResult {}

    /** The request names no account, and the user has more than a lease may have, or none. */
    record ChooseAccounts(boolean hasNone) implements MakeLeaseResult {}

    /** The user signed out everywhere since the caller's token was issued. */
    record SignedOut() implements MakeLeaseResult {}

    /** The user has the maximum number of live leases. */
    record TooMany(int max) implements MakeLeaseResult {}
}
