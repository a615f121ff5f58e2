package io.omnibridge.adapters.store.durable;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import java.util.List;

/** The obligations of one user after the other. Thread-safe. */
@FunctionalInterface
public interface OwedByUser {

    /**
     * All of the user's, ordered by id.
     *
     * @throws StoreUnavailable if the store did not answer in time
     */
    List<Obligation> of(UserId user);
}
