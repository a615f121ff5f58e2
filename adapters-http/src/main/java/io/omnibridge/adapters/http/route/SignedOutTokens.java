package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.jwt.InvalidToken;
import io.omnibridge.adapters.http.jwt.RefusalReason;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.domain.identity.Caller;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Rejects the JWTs that were issued to a user before the user signed out everywhere. Thread-safe. */
final class SignedOutTokens {

    private static final String INVALID = "The token is malformed, expired, or issued for another service.";
    private static final String SIGNED_OUT =
            "The user signed out everywhere, and this token was not issued after that; sign in again.";

    private final SignOuts signOuts;

    SignedOutTokens(SignOuts signOuts) {
        this.signOuts = Objects.requireNonNull(signOuts);
    }

    /**
     * Returns {@code caller}.
     *
     * @throws InvalidToken if the caller's user signed out and the token was not issued after that, or does not tell when it was issued
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond
     */
    Caller require(Caller caller) {
        Optional<Instant> last = signOuts.lastOf(caller.user());
        if (last.isPresent() && !caller.isIssuedAfter(last.get())) {
            throw new InvalidToken(RefusalReason.SIGNED_OUT);
        }
        return caller;
    }

    /** Returns what the client is told of a token that is rejected. */
    static String detail(RefusalReason reason) {
        return reason == RefusalReason.SIGNED_OUT ? SIGNED_OUT : INVALID;
    }
}
