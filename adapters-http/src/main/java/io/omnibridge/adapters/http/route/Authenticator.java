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
import io.omnibridge.domain.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Identifies the caller of a request. It accepts exactly one {@code Authorization} header with a bearer token (RFC 6750 §2.1)
 * and no other credential. Thread-safe.
 */
public final class Authenticator {

    private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);
    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"omnibridge\"";

    private final TokenVerifier verifier;
    private final Map<RefusalReason, Counter> refusals = new EnumMap<>(RefusalReason.class);

    public Authenticator(TokenVerifier verifier, MeterRegistry registry) {
        this.verifier = verifier;
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
     */
    public Caller authenticate(HttpServletRequest request) {
        return verify(bearerToken(request).orElseThrow(Authenticator::unauthenticated));
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
            throw invalidToken("The request has more than one Authorization header.");
        }
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private Caller verify(String token) {
        if (token.length() > TokenVerifier.MAX_TOKEN_LENGTH) {
            throw new ProblemException(new Problem(
                    ProblemCode.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "The bearer token is longer than " + TokenVerifier.MAX_TOKEN_LENGTH + " characters."));
        }
        try {
            return verifier.verify(token);
        } catch (InvalidToken e) {
            Objects.requireNonNull(refusals.get(e.reason())).increment();
            LOG.debug("JWT refused: {}", JsonWriter.word(e.reason()));
            throw invalidToken("The token is malformed, expired, or issued for another service.");
        }
    }

    private static ProblemException unauthenticated() {
        return new ProblemException(new Problem(
                        ProblemCode.UNAUTHENTICATED,
                        "This resource requires a bearer token in the Authorization header.")
                .withHeader("WWW-Authenticate", CHALLENGE));
    }

    private static ProblemException invalidToken(String detail) {
        return new ProblemException(new Problem(ProblemCode.INVALID_TOKEN, detail)
                .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\""));
    }

    /** Returns the problem of a lease token whose lease has ended. */
    static Problem leaseEnded(String detail) {
        return new Problem(ProblemCode.LEASE_ENDED, detail)
                .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
    }

    /** Returns the problem of a verified caller whose token lacks {@code scope}. */
    static ProblemException insufficientScope(String scope) {
        return new ProblemException(new Problem(
                        ProblemCode.INSUFFICIENT_SCOPE, "The token lacks the scope " + scope + ".")
                .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + "\""));
    }
}
