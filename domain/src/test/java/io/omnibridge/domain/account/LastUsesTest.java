package io.omnibridge.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L5")
class LastUsesTest {

    private static final Instant MINUTE = Instant.parse("2026-01-02T03:04:00Z");
    private static final Instant NOW = MINUTE.plusMillis(5_678);

    @Test
    void a_use_of_data_is_kept_to_the_minute() {
        assertEquals(Optional.of(MINUTE), LastUses.of(NOW).withDataUsedAt(NOW).dataUsedAt());
        assertEquals(Optional.empty(), LastUses.of(NOW).dataUsedAt());
    }

    @Test
    void the_latest_use_of_any_kind_counts() {
        LastUses linked = LastUses.of(NOW);

        assertEquals(NOW, linked.latest());
        assertEquals(NOW, linked.withDataUsedAt(NOW).latest());
        assertEquals(
                MINUTE.plusSeconds(60),
                linked.withDataUsedAt(NOW.plusSeconds(60)).latest());
        assertEquals(
                NOW.plusSeconds(90),
                linked.withDataUsedAt(NOW.plusSeconds(60))
                        .withSeenAt(NOW.plusSeconds(90))
                        .latest());
        assertEquals(
                NOW.plusSeconds(99),
                linked.withSeenAt(NOW.plusSeconds(90))
                        .withUsedAt(NOW.plusSeconds(99))
                        .latest());
    }

    @Test
    void of_two_each_kind_of_use_keeps_its_later_time() {
        LastUses one = new LastUses(NOW.plusSeconds(9), NOW, Optional.empty());
        LastUses other = new LastUses(NOW, NOW.plusSeconds(8), Optional.of(MINUTE));

        assertEquals(new LastUses(NOW.plusSeconds(9), NOW.plusSeconds(8), Optional.of(MINUTE)), one.mergedWith(other));
        assertEquals(one.mergedWith(other), other.mergedWith(one));
        assertEquals(
                Optional.of(MINUTE.plusSeconds(60)),
                other.mergedWith(other.withDataUsedAt(NOW.plusSeconds(60))).dataUsedAt());
    }
}
