package io.omnibridge.adapters.providers.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** All tokens that the server issued, and which of them are valid. Thread-safe. */
final class IssuedTokens {

    private final Clock clock;
    private final List<TokenFamily> families = new ArrayList<>();
    private boolean isSessionEnded;
    private Reuse reuse = Reuse.KILLS_FAMILY;
    private Duration grace = Duration.ZERO;
    private Duration accessTokenLife = Duration.ofHours(1);

    IssuedTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized void treat(Reuse newReuse, Duration newGrace) {
        reuse = newReuse;
        grace = newGrace;
    }

    synchronized void letAccessTokensLive(Duration life) {
        accessTokenLife = life;
    }

    /** Issues the first tokens of a new consent. */
    synchronized Map<String, Object> issue(String subject, String scope) {
        TokenFamily family = new TokenFamily(subject, scope);
        families.add(family);
        Map<String, Object> tokens = accessToken(family);
        tokens.put("refresh_token", newRefreshToken(family));
        return tokens;
    }

    /** Returns the response to a refresh; empty if the refresh token is rejected. */
    synchronized Optional<Map<String, Object>> refresh(String refreshToken) {
        Optional<TokenFamily> known = families.stream()
                .filter(it -> !it.isRevoked)
                .filter(it -> it.refreshTokens.contains(refreshToken) || it.usedAt.containsKey(refreshToken))
                .findFirst();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        TokenFamily family = known.get();
        if (reuse == Reuse.SAFE) {
            return Optional.of(accessToken(family));
        }
        boolean isReuse = family.usedAt.containsKey(refreshToken);
        if (isReuse && !isWithinGrace(family, refreshToken)) {
            if (reuse == Reuse.KILLS_FAMILY) {
                family.revoke();
            }
            return Optional.empty();
        }
        family.usedAt.putIfAbsent(refreshToken, clock.instant());
        family.refreshTokens.clear();
        family.accessTokens.clear();
        Map<String, Object> tokens = accessToken(family);
        tokens.put("refresh_token", newRefreshToken(family));
        return Optional.of(tokens);
    }

    synchronized void revoke(String token) {
        List<TokenFamily> named =
                families.stream().filter(it -> contains(it, token)).toList();
        named.forEach(TokenFamily::revoke);
        if (isSessionEnded) {
            named.forEach(it -> revokeAllOf(it.subject));
        }
    }

    /** Makes a revocation end all grants of the token's user, as the end of a session does. */
    synchronized void endSessionByRevocation() {
        isSessionEnded = true;
    }

    /** Revokes all tokens of a user. */
    synchronized void revokeAllOf(String subject) {
        families.stream().filter(it -> it.subject.equals(subject)).forEach(TokenFamily::revoke);
    }

    /** Returns whether an access or refresh token is valid. */
    synchronized boolean isValid(String token) {
        return families.stream().anyMatch(it -> contains(it, token));
    }

    /** Returns the number of families with valid tokens. */
    synchronized long validFamilies() {
        return families.stream().filter(it -> !it.isRevoked).count();
    }

    /** Returns the subject of a valid access token. */
    synchronized Optional<String> subjectOf(String accessToken) {
        return families.stream()
                .filter(it -> it.accessTokens.contains(accessToken))
                .map(it -> it.subject)
                .findFirst();
    }

    private boolean isWithinGrace(TokenFamily family, String refreshToken) {
        Instant firstUse = Objects.requireNonNull(family.usedAt.get(refreshToken));
        return !grace.isZero() && !clock.instant().isAfter(firstUse.plus(grace));
    }

    private static boolean contains(TokenFamily family, String token) {
        return family.accessTokens.contains(token) || family.refreshTokens.contains(token);
    }

    private Map<String, Object> accessToken(TokenFamily family) {
        String token = "access-" + UUID.randomUUID();
        family.accessTokens.add(token);
        Map<String, Object> tokens = new LinkedHashMap<>();
        tokens.put("access_token", token);
        tokens.put("token_type", "Bearer");
        tokens.put("expires_in", accessTokenLife.toSeconds());
        tokens.put("scope", family.scope);
        return tokens;
    }

    private static String newRefreshToken(TokenFamily family) {
        String token = "refresh-" + UUID.randomUUID();
        family.refreshTokens.add(token);
        return token;
    }
}
