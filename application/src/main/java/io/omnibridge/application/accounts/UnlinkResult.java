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
    record Unlinked(Revocation revocation, Optional<URI> grantsPage) implements UnlinkResult {
        public Unlinked {
            Objects.requireNonNull(revocation, "revocation");
            Objects.requireNonNull(grantsPage, "grantsPage");
        }
    }

    /** State of the grant's revocation at the provider. */
    enum Revocation {
        /** The provider has revoked the grant. */
        REVOKED,
        /** OmniBridge will revoke the grant in the background. */
        PENDING,
        /** OmniBridge cannot revoke the grant. */
        NOT_OFFERED
    }
}
