package io.omnibridge.application.connect;

import io.omnibridge.domain.connect.ConnectAttempt;
import java.net.URI;
import java.util.Objects;

/** How the beginning of an attempt ended. */
public sealed interface BeginResult {

    /**
     * The user's browser can be sent to the provider.
     *
     * @param authorizationUrl holds the attempt's state: for the user's own browser only
     */
    record Begun(ConnectAttempt attempt, URI authorizationUrl) implements BeginResult {
        public Begun {
            Objects.requireNonNull(attempt, "attempt");
            Objects.requireNonNull(authorizationUrl, "authorizationUrl");
        }
    }

    /** Refused: there is no such provider here. */
    record UnknownProvider() implements BeginResult {}

    /** Refused: a scope is not among those that are asked for at this provider. */
    record ScopesRefused() implements BeginResult {}

    /** Refused: no browser is sent back to there. */
    record ReturnToRefused() implements BeginResult {}

    /** Refused: the user has as many pending attempts as a user may have. */
    record TooManyAttempts() implements BeginResult {}
}
