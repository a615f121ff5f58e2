package io.omnibridge.adapters.http.route;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.jwt.InvalidToken;
import io.omnibridge.adapters.http.jwt.RefusalReason;
import io.omnibridge.adapters.http.jwt.TokenVerifier;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.domain.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Identifies the caller of a request. It accepts exactly one {@code Authorization} header with a bearer token (RFC 6750 §2.1)
 * and no other credential. Thread-safe.
 */
public final class Authenticator {

    private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);
    private static final String SCHEME = "Bearer ";

    private final TokenVerifier verifier;
    private final SignedOutTokens signedOut;
    private final Map<RefusalReason, Counter> refusals = new EnumMap<>(RefusalReason.class);

    /** @param signOuts tokens that were issued before them are rejected */
    public Authenticator(TokenVerifier verifier, SignOuts signOuts, MeterRegistry registry) {
        this.verifier = verifier;
        this.signedOut = new SignedOutTokens(signOuts);
        for (RefusalReason reason : RefusalReason.values()) {
            refusals.put(
                    reason,
                    Counter.builder("omnibridge.jwt.refusals")
                            .description("JWTs that failed verification")
                            .tag("reason", JsonWriter.word(reason))
                            .register(registry));
        }
    }

    /**
     * Returns the verified caller.
     *
     * @throws ProblemException 401 with a challenge (RFC 6750 §3) if the token is missing or invalid, 431 if it is too long
     * @throws io.omnibridge.adapters.http.jwt.KeysUnavailable if the issuer's keys cannot be fetched
     * @throws io.omnibridge.application.port.StoreUnavailable if the store does not tell whether the user signed out
     */
    public Caller authenticate(HttpServletRequest request) {
        String token = bearerToken(request).orElseThrow(Challenge.SERVICE::unauthenticated);
        return verify(token, verifier::verify, Challenge.SERVICE);
    }

    /**
     * Returns the verified caller of the route of agents, whose token may also be issued for that route alone.
     *
     * @throws ProblemException as {@link #authenticate} does, with the challenge of that route
     * @throws io.omnibridge.adapters.http.jwt.KeysUnavailable if the issuer's keys cannot be fetched
     */
    Caller authenticate(HttpServletRequest request, AgentAccess access) {
        String token =
                bearerToken(request).orElseThrow(() -> access.firstChallenge().unauthenticated());
        return verify(token, verifier::verifyAgent, access.challenge());
    }

    /**
     * Returns the bearer token of a request; empty if it has none.
     *
     * @throws ProblemException 401 with a challenge if the request has more than one {@code Authorization} header
     */
    Optional<String> bearerToken(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Authorization");
        if (!headers.hasMoreElements()) {
            return Optional.empty();
        }
        String header = headers.nextElement();
        if (headers.hasMoreElements()) {
            throw Challenge.SERVICE.invalidToken("The request has more than one Authorization header.");
        }
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private Caller verify(String token, Function<String, Caller> check, Challenge challenge) {
        if (token.length() > TokenVerifier.MAX_TOKEN_LENGTH) {
            throw new ProblemException(new Problem(
                    ProblemCode.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "The bearer token is longer than " + TokenVerifier.MAX_TOKEN_LENGTH + " characters."));
        }
        try {
            return signedOut.require(check.apply(token));
        } catch (InvalidToken e) {
            Objects.requireNonNull(refusals.get(e.reason())).increment();
            LOG.debug("JWT refused: {}", JsonWriter.word(e.reason()));
            throw challenge.invalidToken(SignedOutTokens.detail(e.reason()));
        }
    }
}
