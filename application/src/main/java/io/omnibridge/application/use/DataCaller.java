package io.omnibridge.application.use;

import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.lease.LeaseToken;
import java.util.Objects;
import java.util.Optional;

/**
 * The caller of a data route.
 *
 * @param lease the lease token that the caller presented; empty if it presented a JWT
 */
public record DataCaller(Caller caller, Optional<LeaseToken> lease) {

    public DataCaller {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(lease, "lease");
    }
}
