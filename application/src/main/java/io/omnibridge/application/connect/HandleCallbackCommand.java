package io.omnibridge.application.connect;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderId;
import java.util.Objects;
import java.util.Optional;

/**
 * The parameters of a callback (RFC 6749 §4.1.2): a code or an error, never both.
 *
 * @param provider the provider of the redirect URI that was called
 * @param issuer the parameter {@code iss} of RFC 9207
 */
public record HandleCallbackCommand(
        ProviderId provider, String state, Optional<String> code, Optional<String> error, Optional<String> issuer) {

    /** @throws InvalidValue unless exactly one of code and error is present */
    public HandleCallbackCommand {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(issuer, "issuer");
        InvalidValue.unless(code.isPresent() != error.isPresent(), "must have either a code or an error");
    }

    /** Returns a text without state and code. */
    @Override
    public String toString() {
        return "HandleCallbackCommand[" + provider + "]";
    }
}
