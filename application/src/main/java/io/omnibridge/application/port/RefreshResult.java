package io.omnibridge.application.port;

import io.omnibridge.domain.account.Grant;
import java.time.Duration;
import java.util.Objects;

/** What came of sending a refresh token. */
public sealed interface RefreshResult {

    /**
     * New credentials.
     *
     * @param grant whole: what the provider did not say again is as it was, the refresh token above all
     */
    record Renewed(Grant grant) implements RefreshResult {
        public Renewed {
            Objects.requireNonNull(grant, "grant");
        }
    }

    /** {@code invalid_grant} (RFC 6749 §5.2): the provider does not know the refresh token any more. */
    record InvalidGrant() implements RefreshResult {}

    /**
     * The provider certainly did nothing with the token: it was not reached, or said so.
     *
     * @param retryAfter how long it wants to be left alone; zero if it did not say
     * @param isClientRefused whether it does not know this client ({@code invalid_client}): no account is to blame
     */
    record NotProcessed(Duration retryAfter, boolean isClientRefused) implements RefreshResult {
        public NotProcessed {
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /** Nobody knows: no answer, or none that can be read. */
    record OutcomeUnknown() implements RefreshResult {}
}
