package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.AuditedAction;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** Creates and stores an attempt whose request was checked. Thread-safe. */
final class BeginAttempt {

    private final AttemptFactory factory;
    private final ConnectAttempts attempts;

    BeginAttempt(AttemptFactory factory, ConnectAttempts attempts) {
        this.factory = Objects.requireNonNull(factory);
        this.attempts = Objects.requireNonNull(attempts);
    }

    /** Asks for the user's limit before the provider is called, so that a refused request costs the provider nothing. */
    BeginResult begin(AuditedAction action, ConnectableProvider provider, Scopes scopes, Optional<URI> returnTo) {
        if (factory.callsProvider(provider.id()) && !attempts.mayBegin(BeginConnect.MAX_OPEN, action)) {
            return new BeginResult.TooManyAttempts();
        }
        return factory.create(action.user(), provider, scopes, returnTo, action.at())
                .map(begun -> attempts.begin(begun.attempt(), BeginConnect.MAX_OPEN, action.on(begun.attempt()))
                        ? begun
                        : new BeginResult.TooManyAttempts())
                .orElseGet(BeginResult.Busy::new);
    }
}
