package io.omnibridge.bootstrap.demo;

import io.omnibridge.domain.Sha256;
import io.omnibridge.domain.connect.HashedValue;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Authorization codes of the demo, in memory (RFC 6749 §4.1, RFC 7636). Thread-safe.
 *
 * @param <T> what a code stands for
 */
final class DemoCodes<T> {

    private static final Duration LIFETIME = Duration.ofMinutes(1);

    /** Keeps the memory of a demo that runs for long bounded: beyond it, all are forgotten. */
    static final int MAX = 10_000;

    private record Code<T>(DemoConsent request, T content, Instant until) {}

    private final Map<String, Code<T>> codes = new ConcurrentHashMap<>();
    private final SecureRandom random;
    private final Clock clock;

    DemoCodes(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** Issues a code. */
    String issue(DemoConsent request, T content) {
        if (codes.size() >= MAX) {
            codes.clear();
        }
        String code = HashedValue.randomValue(random);
        codes.put(code, new Code<>(request, content, clock.instant().plus(LIFETIME)));
        return code;
    }

    /** Exchanges the code of a token request, once; empty if it is unknown, too old, or was issued for another request. */
    Optional<T> exchange(Map<String, String> parameters) {
        boolean isExchange = "authorization_code".equals(parameters.get("grant_type"));
        return Optional.ofNullable(isExchange ? codes.remove(parameters.getOrDefault("code", "")) : null)
                .filter(it -> clock.instant().isBefore(it.until()))
                .filter(it -> it.request().redirectUri().equals(parameters.get("redirect_uri")))
                .filter(it -> it.request().challenge().equals(challenge(parameters.getOrDefault("code_verifier", ""))))
                .map(Code::content);
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }
}
