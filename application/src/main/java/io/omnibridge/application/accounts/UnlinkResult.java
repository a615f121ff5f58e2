package io.omnibridge.application.accounts;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** How an unlink ended. */
public sealed interface UnlinkResult {

    /** The user has no such account. */
    record NotFound() implements UnlinkResult {}

    /**
     * The account is gone.
     *
     * @param grantsPage where the user can end the grant at the provider; empty if nobody knows
     */
    record Unlinked(Revocation revocation, Optional<URI> grantsPage) implements UnlinkResult {
        public Unlinked {
            Objects.requireNonNull(revocation, "revocation");
            Objects.requireNonNull(grantsPage, "grantsPage");
        }
    }

    /** What has become of the grant at the provider. */
    enum Revocation {
        /** The provider says that it is no more. */
        REVOKED,
        /** It will be given back. */
        PENDING,
        /** OmniBridge cannot give it back. */
        NOT_OFFERED
    }
}
