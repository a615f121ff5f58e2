package io.omnibridge.application.use;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.use.UseFixture.KEY;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.domain.account.AccountKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReachedLimitsTest {

    private static final AccountKey HOME = key(ALICE, GOOGLE, "home");

    private final Clock clock = mock();
    private final ReachedLimits limits = new ReachedLimits(clock);

    private void at(Instant now) {
        when(clock.instant()).thenReturn(now);
    }

    private void reachForMinute() {
        at(NOW);
        limits.note(KEY, "search", Duration.ofMinutes(1));
    }

    @Test
    void a_limit_that_was_reached_says_how_long_it_lasts_still() {
        reachForMinute();

        at(NOW.plusSeconds(20));
        RefusedUse refused = assertThrows(RefusedUse.class, () -> limits.requireNotReached(KEY, "search"));
        assertEquals(new UseRefusal.LimitReached(Duration.ofSeconds(40)), refused.refusal());
    }

    @Test
    void a_limit_ends_to_the_millisecond() {
        reachForMinute();

        at(NOW.plusMillis(59_999));
        assertThrows(RefusedUse.class, () -> limits.requireNotReached(KEY, "search"));
        at(NOW.plusMillis(60_000));
        assertDoesNotThrow(() -> limits.requireNotReached(KEY, "search"));
    }

    @Test
    void a_limit_holds_for_one_account_and_one_group() {
        reachForMinute();

        assertDoesNotThrow(() -> limits.requireNotReached(HOME, "search"));
        assertDoesNotThrow(() -> limits.requireNotReached(KEY, "core"));
    }
}
