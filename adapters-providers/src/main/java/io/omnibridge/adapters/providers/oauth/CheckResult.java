package io.omnibridge.adapters.providers.oauth;

import java.util.Objects;

/**
 * One result of a {@link ProviderCheck}.
 *
 * @param message for the operator; contains no secret and no text that the provider sent
 */
public record CheckResult(Status status, String message) {

    /** Whether the checked part of the configuration works. */
    public enum Status {
        FINE,
        WRONG,
        /** It cannot be told without a person: the provider offers no way to check it. */
        UNKNOWN
    }

    public CheckResult {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
    }
}
