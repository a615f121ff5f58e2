package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.Permission;
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
        List<String> audience = audience(claims);
        boolean isForService = audience.contains(policy.audience());
        InvalidToken.unless(
                isForService
                        || policy.agentAudience().filter(audience::contains).isPresent(),
                RefusalReason.AUDIENCE);
        Caller caller = new Caller(user(claims), client(claims), permissions(claims), issuedAt(claims));
        return new VerifiedToken(caller, from(claims), until(claims), isForService);
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

    /** Returns {@code azp}, or else {@code client_id} (RFC 9068 §2.2), which is not looked at beside {@code azp}. */
    private static Optional<ClientId> client(Claims claims) {
        return client(claims, "azp").or(() -> client(claims, "client_id"));
    }

    private static Optional<ClientId> client(Claims claims, String claim) {
        return claims.string(claim, RefusalReason.CLAIMS)
                .map(id -> valid(() -> new ClientId(id), RefusalReason.CLAIMS));
    }

    /**
     * Returns the permissions by the scopes of {@code scope}, or else those of {@code scp}. A claim that cannot be read has none: it
     * decides nothing where scopes are not required, and gives no permission where they are.
     */
    private Set<Permission> permissions(Claims claims) {
        return Permission.of(
                claims.words("scope").or(() -> claims.words("scp")).orElse(Set.of()), policy.requireScopes());
    }

    private static Optional<Instant> issuedAt(Claims claims) {
        OptionalLong seconds = claims.seconds("iat");
        return seconds.isPresent() ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong())) : Optional.empty();
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
