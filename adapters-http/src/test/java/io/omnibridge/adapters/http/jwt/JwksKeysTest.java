package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Eventually.eventually;
import static io.omnibridge.adapters.http.jwt.PublishedSigner.ES256;
import static io.omnibridge.adapters.http.jwt.PublishedSigner.RS256;
import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** How long keys are in force. {@link #MANUAL} fetches only when asked, {@link #BUSY} all the time. */
class JwksKeysTest {

    private static final JwksLimits MANUAL = limits(Duration.ofMinutes(30), Duration.ofSeconds(30));
    private static final JwksLimits BUSY = limits(Duration.ofMillis(5), Duration.ofMillis(5));

    private final MutableClock clock = new MutableClock(Tokens.NOW);
    private final Issuer issuer = new Issuer(Keys.set(RS256.published()));
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
            issuer.publish(Keys.set(RS256.published(), ES256.published()));
            assertRefused(RefusalReason.UNKNOWN_KEY, verifier, ES256.sign(CLAIMS));
            clock.advance(MANUAL.coolDown());
            assertEquals(ALICE, verifier.verify(ES256.sign(CLAIMS)));
            assertEquals(2, issuer.asked());
        }
    }

    @Test
    @Tag("J11")
    void the_last_good_keys_are_used_up_to_their_age_limit_and_no_longer() {
        try (JwksKeys keys = open(MANUAL)) {
            TokenVerifier verifier = verifier(keys);
            assertEquals(ALICE, verifier.verify(token));
            issuer.fail(503);
            clock.advance(MANUAL.maxAge());
            assertEquals(ALICE, verifier.verify(token));
            assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS.with("exp", "253402300798"))));
            clock.advance(Duration.ofSeconds(1));
            assertThrows(KeysUnavailable.class, () -> verifier.verify(token));
            issuer.publish(Keys.set(RS256.published()));
            clock.advance(MANUAL.coolDown());
            assertEquals(ALICE, verifier.verify(token));
        }
    }

    @Test
    @Tag("J11")
    void keys_that_cannot_be_had_at_the_start_are_tried_again() {
        issuer.fail(500);
        try (JwksKeys keys = open(limits(Duration.ofMinutes(30), Duration.ofMillis(5)))) {
            TokenVerifier verifier = verifier(keys);
            assertThrows(KeysUnavailable.class, () -> verifier.verify(token));
            assertRefused(RefusalReason.MALFORMED, verifier, "not a token");
            eventually(() -> issuer.asked() >= 3);
            issuer.publish(Keys.set(RS256.published()));
            eventually(() -> keys.inForce().isPresent());
            assertEquals(ALICE, verifier.verify(token));
        }
    }

    @Test
    @Tag("J11")
    void an_answer_of_no_use_leaves_the_last_good_keys_in_force() {
        try (JwksKeys keys = open(BUSY)) {
            TokenVerifier verifier = verifier(keys);
            assertEquals(ALICE, verifier.verify(token));
            issuer.publish("{\"keys\":");
            int asked = issuer.asked();
            eventually(() -> issuer.asked() > asked + 2);
            assertEquals(ALICE, verifier.verify(token));
        }
    }

    @Test
    @Tag("J11")
    void a_failed_fetch_is_one_warning_without_what_came_back() {
        Logger logger = (Logger) LoggerFactory.getLogger(JwksKeys.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        issuer.answer(exchange -> Issuer.send(exchange, 200, "canary"));
        try (JwksKeys keys = open(MANUAL)) {
            assertThrows(KeysUnavailable.class, () -> verifier(keys).verify(token));
        } finally {
            logger.detachAppender(log);
        }
        assertEquals(
                List.of("WARN The issuer's keys were not fetched from " + issuer.url("/jwks")
                        + ": not a JSON Web Key Set"),
                log.list.stream().map(JwksKeysTest::line).toList());
    }

    @Test
    void keys_are_fetched_before_anybody_asks_and_not_after_closing() {
        JwksKeys keys = open(MANUAL);
        eventually(() -> keys.inForce().isPresent());
        keys.close();
        clock.advance(MANUAL.coolDown());
        assertRefused(RefusalReason.UNKNOWN_KEY, verifier(keys), ES256.sign(CLAIMS));
        assertEquals(1, issuer.asked());
    }

    private JwksKeys open(JwksLimits limits) {
        return JwksKeys.open(issuer.endpoint(), limits, clock);
    }

    private TokenVerifier verifier(JwksKeys keys) {
        return Verifiers.jwks(Tokens.POLICY, keys, clock);
    }

    private static String line(ILoggingEvent event) {
        return event.getLevel() + " " + event.getFormattedMessage();
    }

    private static JwksLimits limits(Duration refreshInterval, Duration coolDown) {
        Duration patience = Duration.ofSeconds(30);
        return new JwksLimits(refreshInterval, coolDown, Duration.ofHours(1), patience, patience, 1 << 20);
    }
}
