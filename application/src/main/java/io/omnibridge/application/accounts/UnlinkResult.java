package io.omnibridge.application.accounts;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** Result of unlinking an account. */
public sealed interface UnlinkResult {

    /** The user has no such account. */
    record NotFound() implements UnlinkResult {}

    /**
     * The account was removed.
     *
     * @param grantsPage where the user can end the grant at the provider; empty if unknown
     */
    record Unlinked(RevocationStatus revocation, Optional<URI> grantsPage) implements UnlinkResult {
        public Unlinked {
            Objects.requireNonNull(revocation, "revocation");
            Objects.requireNonNull(grantsPage, "grantsPage");
        }
    }
}
