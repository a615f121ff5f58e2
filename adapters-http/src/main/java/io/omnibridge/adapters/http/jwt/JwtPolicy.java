package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Requirements for the claims of a token, independent of its key.
 *
 * @param issuer the one value of {@code iss}
 * @param audience what {@code aud} must contain
 * @param agentAudience what {@code aud} may contain instead in a token for the route of agents alone
 * @param userClaim the claim that holds the user id: {@code sub}, or another top-level claim that identifies a user
 * @param leeway the allowed difference of clocks in whole seconds, at most 5 minutes: a token is valid from {@code nbf} and
 *     {@code iat} minus the leeway, that instant included, until {@code exp} plus the leeway, that instant excluded
 * @param requireAtJwt whether {@code typ} must be {@code at+jwt} (RFC 9068), so that ID tokens are rejected
 * @param requireScopes whether every permission needs its scope; see {@link io.omnibridge.domain.identity.Permission#of}
 */
public record JwtPolicy(
        String issuer,
        String audience,
        Optional<String> agentAudience,
        String userClaim,
        Duration leeway,
        boolean requireAtJwt,
        boolean requireScopes) {

    private static final int MAX_LENGTH = 1024;
    private static final Duration MAX_LEEWAY = Duration.ofMinutes(5);
    private static final Set<String> NO_USER_CLAIMS = Set.of("iss", "aud", "exp", "nbf", "iat", "jti", "cnf");

    /** @throws InvalidValue if a parameter breaks a rule above; its message is about that one alone */
    public JwtPolicy {
        Text.requireName(issuer, MAX_LENGTH);
        Text.requireName(audience, MAX_LENGTH);
        Text.requireName(userClaim, MAX_LENGTH);
        InvalidValue.unless(!NO_USER_CLAIMS.contains(userClaim), "must identify a user");
        InvalidValue.unless(
                !leeway.isNegative() && leeway.compareTo(MAX_LEEWAY) <= 0 && leeway.toNanosPart() == 0,
                "must be 0 to 300 whole seconds");
    }

    /** Creates a policy without an audience of agents. */
    public JwtPolicy(
            String issuer,
            String audience,
            String userClaim,
            Duration leeway,
            boolean requireAtJwt,
            boolean requireScopes) {
        this(issuer, audience, Optional.empty(), userClaim, leeway, requireAtJwt, requireScopes);
    }

    /** Returns all audiences: that of the service, then that of agents. */
    List<String> audiences() {
        return Stream.concat(Stream.of(audience), agentAudience.stream()).toList();
    }

    /** Returns this policy with an audience for the route of agents. */
    public JwtPolicy withAgentAudience(String other) {
        return new JwtPolicy(issuer, audience, Optional.of(other), userClaim, leeway, requireAtJwt, requireScopes);
    }
}
