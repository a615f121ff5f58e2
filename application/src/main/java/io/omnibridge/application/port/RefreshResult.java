package io.omnibridge.application.port;

import io.omnibridge.domain.account.Grant;
import java.time.Duration;
import java.util.Objects;

/** Result of sending a refresh token. */
public sealed interface RefreshResult {

    /**
     * The provider issued new credentials.
     *
     * @param grant complete: values that the response omits are taken from the former grant, such as the refresh token
     */
    record Renewed(Grant grant) implements RefreshResult {
        public Renewed {
            Objects.requireNonNull(grant, "grant");
        }
    }

    /** {@code invalid_grant} (RFC 6749 §5.2): the provider rejected the refresh token. */
    record InvalidGrant() implements RefreshResult {}

    /**
     * The provider definitely refused the refresh token, and did not say that the grant has ended.
     *
     * @param isClientSuspected whether it may have refused this client instead of the grant
     */
    record Refused(boolean isClientSuspected) implements RefreshResult {}

    /**
     * The provider certainly did not process the request: it was not reached, or it said so.
     *
     * @param retryAfter how long the provider asked to wait; zero if it did not say
     * @param isClientRefused whether it rejected this client ({@code invalid_client}): no account is at fault
     */
    record NotProcessed(Duration retryAfter, boolean isClientRefused) implements RefreshResult {
        public NotProcessed {
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /** The provider may have processed the request: there was no response, or an unreadable one. */
    record OutcomeUnknown() implements RefreshResult {}
}
