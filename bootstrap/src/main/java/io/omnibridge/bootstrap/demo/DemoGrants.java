package io.omnibridge.bootstrap.demo;

import io.omnibridge.domain.connect.HashedValue;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens that the demo issued, in memory. A refresh token is used once; a use of an old one ends nothing. Revoking a
 * token of a grant ends the grant. Thread-safe.
 */
final class DemoGrants {

    /** Short, so that a trial shows a refresh. */
    static final Duration ACCESS_TOKEN_LIFETIME = Duration.ofMinutes(5);

    private record AccessToken(String grant, String account, Instant until) {}

    /** @param refreshToken the one that can be used */
    private record Grant(String account, String refreshToken) {}

    private final Map<String, AccessToken> accessTokens = new ConcurrentHashMap<>();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final SecureRandom random;
    private final Clock clock;

    DemoGrants(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** Issues the tokens of a new grant. */
    DemoTokenPair begin(String account) {
        return issue(HashedValue.randomValue(random), account);
    }

    /** Refreshes a grant (RFC 6749 §6); empty if the refresh token is not the one that can be used. */
    synchronized Optional<DemoTokenPair> refresh(String refreshToken) {
        String id = grantOf(refreshToken);
        return Optional.ofNullable(grants.get(id))
                .filter(it -> it.refreshToken().equals(refreshToken))
                .map(it -> issue(id, it.account()));
    }

    /** Ends the grant of an access or refresh token (RFC 7009 §2.1). */
    void revoke(String token) {
        String grant = Optional.ofNullable(accessTokens.get(token))
                .map(AccessToken::grant)
                .orElseGet(() -> grantOf(token));
        grants.remove(grant);
        accessTokens.values().removeIf(it -> it.grant().equals(grant));
    }

    /** Returns the account of an access token that is valid. */
    Optional<String> accountOf(String accessToken) {
        return Optional.ofNullable(accessTokens.get(accessToken))
                .filter(it -> clock.instant().isBefore(it.until()))
                .map(AccessToken::account);
    }

    private DemoTokenPair issue(String grant, String account) {
        String accessToken = "demo-access-token-" + HashedValue.randomValue(random);
        String refreshToken = grant + "." + HashedValue.randomValue(random);
        forgetAll(accessTokens);
        forgetAll(grants);
        accessTokens.put(
                accessToken, new AccessToken(grant, account, clock.instant().plus(ACCESS_TOKEN_LIFETIME)));
        grants.put(grant, new Grant(account, refreshToken));
        return new DemoTokenPair(accessToken, refreshToken, account);
    }

    /** A refresh token names its grant before the dot. */
    private static String grantOf(String refreshToken) {
        return refreshToken.split("\\.", 2)[0];
    }

    /** Keeps the memory of a demo that runs for long bounded: its users then connect again. */
    private static void forgetAll(Map<String, ?> full) {
        if (full.size() >= DemoCodes.MAX) {
            full.clear();
        }
    }
}
