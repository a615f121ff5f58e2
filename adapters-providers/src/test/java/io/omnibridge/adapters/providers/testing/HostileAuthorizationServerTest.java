package io.omnibridge.adapters.providers.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Checks the test server, because other tests rely on what it says about tokens. */
class HostileAuthorizationServerTest {

    private final AdjustableClock clock = new AdjustableClock();
    private final IssuedTokens tokens = new IssuedTokens(clock);

    @Test
    @Tag("R3")
    void reusing_a_refresh_token_kills_its_family_and_no_other() {
        String first = refreshToken(tokens.issue("alice", "read"));
        String other = refreshToken(tokens.issue("alice", "read"));
        String second = refreshToken(tokens.refresh(first).orElseThrow());

        assertEquals(Optional.empty(), tokens.refresh(first));

        assertFalse(tokens.isValid(second));
        assertEquals(Optional.empty(), tokens.refresh(second));
        assertTrue(tokens.isValid(other));
    }

    @Test
    @Tag("R3")
    void within_the_grace_period_reuse_is_allowed() {
        tokens.treat(Reuse.KILLS_FAMILY, Duration.ofSeconds(30));
        String first = refreshToken(tokens.issue("alice", "read"));
        tokens.refresh(first);
        clock.now = clock.now.plusSeconds(30);

        String third = refreshToken(tokens.refresh(first).orElseThrow());
        assertTrue(tokens.isValid(third));

        clock.now = clock.now.plusSeconds(1);
        assertEquals(Optional.empty(), tokens.refresh(first));
        assertFalse(tokens.isValid(third));
    }

    @Test
    void a_reused_single_use_token_is_rejected_and_the_new_one_lives() {
        tokens.treat(Reuse.SINGLE_USE, Duration.ZERO);
        String first = refreshToken(tokens.issue("alice", "read"));
        String second = refreshToken(tokens.refresh(first).orElseThrow());

        assertEquals(Optional.empty(), tokens.refresh(first));
        assertTrue(tokens.isValid(second));
    }

    @Test
    void a_refresh_token_that_is_not_rotated_is_not_returned_again() {
        tokens.treat(Reuse.SAFE, Duration.ZERO);
        String first = refreshToken(tokens.issue("alice", "read"));

        assertFalse(tokens.refresh(first).orElseThrow().containsKey("refresh_token"));
        assertTrue(tokens.isValid(first));
    }

    private static String refreshToken(Map<String, Object> tokens) {
        return String.valueOf(tokens.get("refresh_token"));
    }

    private static final class AdjustableClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
