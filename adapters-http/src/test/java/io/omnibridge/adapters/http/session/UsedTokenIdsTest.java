package io.omnibridge.adapters.http.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.support.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("W6")
class UsedTokenIdsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final MutableClock clock = new MutableClock(NOW);
    private final UsedTokenIds used = new UsedTokenIds(clock);

    @Test
    void an_id_is_known_until_its_token_expires() {
        used.add("one", NOW.plusSeconds(60));

        clock.advance(Duration.ofSeconds(59));
        assertTrue(used.contains("one"));
        assertFalse(used.contains("two"));

        clock.advance(Duration.ofSeconds(1));
        assertFalse(used.contains("one"));
    }

    @Test
    void the_last_ten_thousand_are_known() {
        for (int i = 0; i <= 10_000; i++) {
            used.add("id-" + i, NOW.plusSeconds(60));
        }

        assertFalse(used.contains("id-0"));
        assertTrue(used.contains("id-1"));
        assertTrue(used.contains("id-10000"));
    }
}
