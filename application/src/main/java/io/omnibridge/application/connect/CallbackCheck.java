package io.omnibridge.application.connect;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.credentials.Secret;
import java.util.Optional;

/** Checks the parameters of a callback against its attempt (RFC 6749 §4.1.2, RFC 9207 §2.4). */
final class CallbackCheck {

    private static final String ACCESS_DENIED = "access_denied";

    private CallbackCheck() {}

    /** Returns why the attempt fails; empty if the callback has a code of the attempt's provider. */
    static Optional<AttemptFailure> failure(ConnectAttempt attempt, HandleCallbackCommand command) {
        if (!isOfIssuer(attempt, command.issuer())) {
            return Optional.of(AttemptFailure.WRONG_ISSUER);
        }
        if (command.error().isPresent()) {
            return Optional.of(
                    command.error().get().equals(ACCESS_DENIED)
                            ? AttemptFailure.ACCESS_DENIED
                            : AttemptFailure.PROVIDER_ERROR);
        }
        return code(command).isPresent() ? Optional.empty() : Optional.of(AttemptFailure.UNUSABLE_ANSWER);
    }

    private static boolean isOfIssuer(ConnectAttempt attempt, Optional<String> returned) {
        if (returned.isEmpty()) {
            return !attempt.pinned().issuerReturned();
        }
        return attempt.pinned().issuer().isEmpty() || attempt.pinned().issuer().equals(returned);
    }

    /** Returns the code; empty if it is not well-formed. */
    static Optional<Secret> code(HandleCallbackCommand command) {
        try {
            return command.code().map(Secret::new);
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
