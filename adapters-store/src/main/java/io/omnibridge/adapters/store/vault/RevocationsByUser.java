package io.omnibridge.adapters.store.vault;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;

/** The obligations of one user after the other. Thread-safe. */
@FunctionalInterface
public interface RevocationsByUser {

    /**
     * All of the user's, ordered by id.
     *
     * @throws StoreUnavailable if the store did not answer in time
     */
    List<PendingRevocation> of(UserId user);
}
