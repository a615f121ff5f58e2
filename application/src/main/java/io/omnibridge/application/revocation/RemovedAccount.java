package io.omnibridge.application.revocation;

import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Objects;
import java.util.Optional;

/**
 * An account that was removed from the store.
 *
 * @param revocation the queued revocation of its grant; empty where OmniBridge cannot revoke the grant
 */
public record RemovedAccount(Optional<PendingRevocation> revocation) {

    public RemovedAccount {
        Objects.requireNonNull(revocation, "revocation");
    }
}
