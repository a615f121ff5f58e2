package io.omnibridge.domain.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshPolicyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void the_back_off_doubles_up_to_its_maximum() {
        RefreshPolicy policy = RefreshPolicy.of(RefreshTokenReuse.SAFE, Duration.ZERO);

        assertEquals(Duration.ofSeconds(2), policy.backOff(1));
        assertEquals(Duration.ofSeconds(4), policy.backOff(2));
        assertEquals(Duration.ofSeconds(256), policy.backOff(8));
        assertEquals(Duration.ofMinutes(5), policy.backOff(9));
        assertEquals(Duration.ofMinutes(5), policy.backOff(Integer.MAX_VALUE));
    }

    @Test
    void a_call_needs_a_quarter_of_its_timeout() {
        assertEquals(
                Duration.ofSeconds(5),
                RefreshPolicy.of(RefreshTokenReuse.SAFE, Duration.ZERO).minCallTime());
    }

    @Test
    void negative_and_zero_durations_are_refused() {
        Duration none = Duration.ZERO;
        Duration negative = SECOND.negated();

        assertRefused(negative, SECOND, SECOND, SECOND, SECOND);
        assertRefused(none, negative, SECOND, SECOND, SECOND);
        assertRefused(none, SECOND, none, SECOND, SECOND);
        assertRefused(none, SECOND, SECOND, none, SECOND);
        assertRefused(none, SECOND, SECOND, SECOND.multipliedBy(2), SECOND);
    }

    private static void assertRefused(
            Duration grace, Duration horizon, Duration budget, Duration firstBackOff, Duration maxBackOff) {
        assertThrows(
                InvalidValue.class,
                () -> new RefreshPolicy(RefreshTokenReuse.SAFE, grace, horizon, budget, firstBackOff, maxBackOff));
    }
}
