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

/** Other tests believe what this server says about tokens. */
class HostileAuthorizationServerTest {

    private final Ticking clock = new Ticking();
    private final IssuedTokens book = new IssuedTokens(clock);

    @Test
    @Tag("R3")
    void using_a_refresh_token_again_kills_its_family_and_no_other() {
        String first = refreshToken(book.found("alice", "read"));
        String other = refreshToken(book.found("alice", "read"));
        String second = refreshToken(book.refresh(first).orElseThrow());

        assertEquals(Optional.empty(), book.refresh(first));

        assertFalse(book.lives(second));
        assertEquals(Optional.empty(), book.refresh(second));
        assertTrue(book.lives(other));
    }

    @Test
    @Tag("R3")
    void within_the_grace_it_does_not() {
        book.treat(Reuse.KILLS_FAMILY, Duration.ofSeconds(30));
        String first = refreshToken(book.found("alice", "read"));
        book.refresh(first);
        clock.now = clock.now.plusSeconds(30);

        String third = refreshToken(book.refresh(first).orElseThrow());
        assertTrue(book.lives(third));

        clock.now = clock.now.plusSeconds(1);
        assertEquals(Optional.empty(), book.refresh(first));
        assertFalse(book.lives(third));
    }

    @Test
    void a_single_use_token_is_refused_and_the_new_one_lives() {
        book.treat(Reuse.SINGLE_USE, Duration.ZERO);
        String first = refreshToken(book.found("alice", "read"));
        String second = refreshToken(book.refresh(first).orElseThrow());

        assertEquals(Optional.empty(), book.refresh(first));
        assertTrue(book.lives(second));
    }

    @Test
    void a_token_that_is_not_rotated_is_not_repeated() {
        book.treat(Reuse.SAFE, Duration.ZERO);
        String first = refreshToken(book.found("alice", "read"));

        assertFalse(book.refresh(first).orElseThrow().containsKey("refresh_token"));
        assertTrue(book.lives(first));
    }

    private static String refreshToken(Map<String, Object> tokens) {
        return String.valueOf(tokens.get("refresh_token"));
    }

    private static final class Ticking extends Clock {

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
