package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Checks the type and value of every claim that matters (RFC 7519 §4.1, RFC 8725 §3.8 and §3.9), and reads the caller from
 * them. Thread-safe.
 */
final class ClaimChecks {

    private final JwtPolicy policy;

    ClaimChecks(JwtPolicy policy) {
        this.policy = policy;
    }

    /**
     * Returns the caller and the validity period. Does not compare the period with the clock.
     *
     * @throws InvalidToken if a claim is missing, has another type, or violates the policy
     */
    VerifiedToken check(Claims claims) {
        InvalidToken.unless(!claims.has("cnf"), RefusalReason.CONFIRMATION);
        InvalidToken.unless(
                claims.string("iss", RefusalReason.ISSUER).stream().anyMatch(policy.issuer()::equals),
                RefusalReason.ISSUER);
        InvalidToken.unless(audience(claims).contains(policy.audience()), RefusalReason.AUDIENCE);
        Caller caller = new Caller(user(claims), client(claims), scopes(claims));
        return new VerifiedToken(caller, from(claims), until(claims));
    }

    private static List<String> audience(Claims claims) {
        return claims.isString("aud")
                ? claims.string("aud", RefusalReason.AUDIENCE).stream().toList()
                : claims.strings("aud", RefusalReason.AUDIENCE).orElse(List.of());
    }

    private UserId user(Claims claims) {
        String user = claims.string(policy.userClaim(), RefusalReason.USER)
                .orElseThrow(() -> new InvalidToken(RefusalReason.USER));
        return valid(() -> new UserId(user), RefusalReason.USER);
    }

    /** Checks both claims; {@code azp} takes precedence over {@code client_id} (RFC 9068 §2.2). */
    private static Optional<ClientId> client(Claims claims) {
        Optional<ClientId> authorizedParty = client(claims, "azp");
        Optional<ClientId> client = client(claims, "client_id");
        return authorizedParty.or(() -> client);
    }

    private static Optional<ClientId> client(Claims claims, String claim) {
        return claims.string(claim, RefusalReason.CLAIMS)
                .map(id -> valid(() -> new ClientId(id), RefusalReason.CLAIMS));
    }

    /**
     * Checks both claims; {@code scope} takes precedence over {@code scp}. Each is a string (RFC 8693 §4.2) or, as common
     * issuers write it, an array. The syntax and the number of scopes are those of RFC 6749 §3.3 and {@link Scopes}.
     */
    private static Set<String> scopes(Claims claims) {
        Optional<Scopes> scope = scopes(claims, "scope");
        Optional<Scopes> scp = scopes(claims, "scp");
        return Set.copyOf(scope.or(() -> scp).orElse(Scopes.none()).values());
    }

    private static Optional<Scopes> scopes(Claims claims, String claim) {
        return claims.isString(claim)
                ? claims.string(claim, RefusalReason.CLAIMS)
                        .map(s -> valid(() -> Scopes.parse(s), RefusalReason.CLAIMS))
                : claims.strings(claim, RefusalReason.CLAIMS).map(s -> valid(() -> Scopes.of(s), RefusalReason.CLAIMS));
    }

    private Instant from(Claims claims) {
        OptionalLong notBefore = claims.seconds("nbf");
        OptionalLong issuedAt = claims.seconds("iat");
        long from = Math.max(notBefore.orElse(0), issuedAt.orElse(0));
        return Instant.ofEpochSecond(from).minus(policy.leeway());
    }

    private Instant until(Claims claims) {
        long expiry = claims.seconds("exp").orElseThrow(() -> new InvalidToken(RefusalReason.CLAIMS));
        return Instant.ofEpochSecond(expiry).plus(policy.leeway());
    }

    private static <T> T valid(Supplier<T> value, RefusalReason otherwise) {
        try {
            return value.get();
        } catch (InvalidValue e) {
            throw new InvalidToken(otherwise);
        }
    }
}
