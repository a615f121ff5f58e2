package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.PublishedSigner.ES256;
import static io.omnibridge.adapters.http.jwt.PublishedSigner.RS256;
import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.support.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.support.jwks.JwksLimits;
import io.omnibridge.adapters.support.testing.KeyServer;
import io.omnibridge.adapters.support.testing.MutableClock;
import io.omnibridge.adapters.support.testing.TestKeys;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long keys are in force. {@link #MANUAL} fetches only for an unknown key, {@link #BUSY} all the time. */
class JwksKeysTest {

    private static final JwksLimits MANUAL = limits(Duration.ofMinutes(30), Duration.ofSeconds(30));
    private static final JwksLimits BUSY = limits(Duration.ofMillis(5), Duration.ofMillis(5));

    private final MutableClock clock = new MutableClock(Tokens.NOW);
    private final KeyServer issuer = new KeyServer(TestKeys.set(RS256.published()));
    private final String token = RS256.sign(CLAIMS.with("exp", "253402300799"));

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    @Tag("J11")
    void a_rotated_key_is_fetched_when_a_token_names_it() {
        try (JwksKeys keys = open(MANUAL)) {
            TokenVerifier verifier = verifier(keys);
            assertEquals(ALICE, verifier.verify(token));
            issuer.publish(TestKeys.set(RS256.published(), ES256.published()));
            assertRejected(RefusalReason.UNKNOWN_KEY, verifier, ES256.sign(CLAIMS));
            clock.advance(MANUAL.coolDown());
            assertEquals(ALICE, verifier.verify(ES256.sign(CLAIMS)));
            assertEquals(2, issuer.requests());
        }
    }

    @Test
    @Tag("J11")
    void the_last_good_keys_are_used_up_to_their_maximum_age() {
        try (JwksKeys keys = open(MANUAL)) {
            TokenVerifier verifier = verifier(keys);
            assertEquals(ALICE, verifier.verify(token));
            issuer.fail(503);
            clock.advance(MANUAL.maxAge());
            assertEquals(ALICE, verifier.verify(token));
            assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS.with("exp", "253402300798"))));
            clock.advance(Duration.ofSeconds(1));
            assertThrows(KeysUnavailable.class, () -> verifier.verify(token));
            issuer.publish(TestKeys.set(RS256.published()));
            clock.advance(MANUAL.coolDown());
            assertEquals(ALICE, verifier.verify(token));
        }
    }

    @Test
    @Tag("J11")
    void a_first_fetch_that_fails_is_retried() {
        issuer.fail(500);
        try (JwksKeys keys = open(limits(Duration.ofMinutes(30), Duration.ofMillis(5)))) {
            TokenVerifier verifier = verifier(keys);
            assertThrows(KeysUnavailable.class, () -> verifier.verify(token));
            assertRejected(RefusalReason.MALFORMED, verifier, "not a token");
            eventually(() -> issuer.requests() >= 3);
            issuer.publish(TestKeys.set(RS256.published()));
            eventually(() -> keys.inForce().isPresent());
            assertEquals(ALICE, verifier.verify(token));
        }
    }

    @Test
    @Tag("J11")
    void an_unusable_response_leaves_the_last_good_keys_in_force() {
        try (JwksKeys keys = open(BUSY)) {
            TokenVerifier verifier = verifier(keys);
            assertEquals(ALICE, verifier.verify(token));
            issuer.publish("{\"keys\":");
            int asked = issuer.requests();
            eventually(() -> issuer.requests() > asked + 2);
            assertEquals(ALICE, verifier.verify(token));
        }
    }

    @Test
    void the_limits_are_these() {
        assertEquals(
                new JwksLimits(
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(30),
                        Duration.ofHours(1),
                        Duration.ofSeconds(5),
                        1_048_576,
                        32),
                JwksKeys.LIMITS);
    }

    @Test
    void keys_are_fetched_before_the_first_token_and_not_after_closing() {
        JwksKeys keys = open(MANUAL);
        eventually(() -> keys.inForce().isPresent());
        keys.close();
        clock.advance(MANUAL.coolDown());
        assertRejected(RefusalReason.UNKNOWN_KEY, verifier(keys), ES256.sign(CLAIMS));
        assertEquals(1, issuer.requests());
    }

    private JwksKeys open(JwksLimits limits) {
        return JwksKeys.open(issuer.endpoint(), limits, clock);
    }

    private TokenVerifier verifier(JwksKeys keys) {
        return Verifiers.jwks(Tokens.POLICY, keys, clock);
    }

    private static JwksLimits limits(Duration refreshInterval, Duration coolDown) {
        return new JwksLimits(refreshInterval, coolDown, Duration.ofHours(1), Duration.ofSeconds(30), 1 << 20, 32);
    }
}
