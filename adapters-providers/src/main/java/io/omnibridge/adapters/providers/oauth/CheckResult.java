package io.omnibridge.adapters.providers.oauth;

import java.util.Objects;

/**
 * One result of a {@link ProviderCheck}.
 *
 * @param message for the operator; contains no secret and no text that the provider sent
 */
public record CheckResult(CheckStatus status, String message) {

    public CheckResult {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
    }
}
