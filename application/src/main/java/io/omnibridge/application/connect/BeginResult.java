package io.omnibridge.application.connect;

import io.omnibridge.domain.connect.ConnectAttempt;
import java.net.URI;
import java.util.Objects;

/** Result of beginning a connect attempt. */
public sealed interface BeginResult {

    /**
     * The attempt has begun.
     *
     * @param authorizationUrl contains the attempt's state, so only the user's own browser may receive it
     */
    record Begun(ConnectAttempt attempt, URI authorizationUrl) implements BeginResult {
        public Begun {
            Objects.requireNonNull(attempt, "attempt");
            Objects.requireNonNull(authorizationUrl, "authorizationUrl");
        }
    }

    /** Refused: the provider is not configured. */
    record UnknownProvider() implements BeginResult {}

    /** Refused: a scope is not among the provider's configured scopes. */
    record ScopesRefused() implements BeginResult {}

    /**
     * Refused: there is no return URL, and the ticket would reach no application.
     *
     * @param allowed how many return URLs the operator allows
     */
    record ReturnToRequired(int allowed) implements BeginResult {}

    /** Refused: the return URL is not allowed. */
    record ReturnToRefused() implements BeginResult {}

    /** Refused: the user has the maximum number of attempts that are pending, returned or exchanging. */
    record TooManyAttempts() implements BeginResult {}

    /** Refused for the moment: the provider has to be called, and too many calls are in flight. */
    record Busy() implements BeginResult {}
}
