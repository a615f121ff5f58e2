package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import java.time.Duration;
import java.util.Set;

/**
 * Requirements for the claims of a token, independent of its key.
 *
 * @param issuer the one value of {@code iss}
 * @param audience what {@code aud} must contain
 * @param userClaim the claim that holds the user id: {@code sub}, or another top-level claim that identifies a user
 * @param leeway the allowed difference of clocks in whole seconds, at most 5 minutes: a token is valid from {@code nbf} and
 *     {@code iat} minus the leeway, that instant included, until {@code exp} plus the leeway, that instant excluded
 * @param requireAtJwt whether {@code typ} must be {@code at+jwt} (RFC 9068), so that ID tokens are rejected
 * @param requireScopes whether every permission needs its scope; see {@link io.omnibridge.domain.identity.Permission#of}
 */
public record JwtPolicy(
        String issuer,
        String audience,
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
}
