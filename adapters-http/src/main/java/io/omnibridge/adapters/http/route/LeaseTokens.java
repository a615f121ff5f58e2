package io.omnibridge.adapters.http.route;

import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads lease tokens. Whether the lease still lives, and what it allows, is decided by the use. Thread-safe. */
public final class LeaseTokens {

    private final Optional<LeaseSealer> sealer;

    private LeaseTokens(Optional<LeaseSealer> sealer) {
        this.sealer = sealer;
    }

    /** Returns a reader of the tokens that {@code sealer} opens. */
    public static LeaseTokens openedBy(LeaseSealer sealer) {
        return new LeaseTokens(Optional.of(Objects.requireNonNull(sealer)));
    }

    /** Returns a reader that accepts no lease token. */
    public static LeaseTokens refused() {
        return new LeaseTokens(Optional.empty());
    }

    /** Returns the caller of a lease token; empty if {@code bearerToken} is none that this service issued. */
    Optional<DataCaller> read(String bearerToken) {
        return sealer.flatMap(it -> it.token(bearerToken))
                .map(token -> new DataCaller(
                        new Caller(token.user(), Optional.empty(), Set.of(Permission.READ_DATA)), Optional.of(token)));
    }
}
