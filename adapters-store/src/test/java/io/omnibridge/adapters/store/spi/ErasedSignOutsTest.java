package io.omnibridge.adapters.store.spi;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("W1")
class ErasedSignOutsTest {

    private static final Instant HOUR_LATER = NOW.plus(Duration.ofHours(1));

    private Instant now = NOW;
    private final ErasedSignOuts erased = new ErasedSignOuts(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private void erase(Instant signedOutAt) {
        erased.erase(ALICE, user -> UserRows.EMPTY.withUses(UseRows.EMPTY.withSignedOutAt(signedOutAt)));
    }

    private Optional<SignOut> found() {
        return erased.find(ALICE, user -> Optional.empty());
    }

    @Test
    void the_time_of_an_erased_user_is_known_for_an_hour() {
        erase(NOW.minusSeconds(1));

        now = HOUR_LATER.minusMillis(1);
        erased.removeForgotten();
        assertEquals(Optional.of(new SignOut(NOW.minusSeconds(1), true)), found());

        now = HOUR_LATER;
        assertEquals(Optional.empty(), found());
        erased.removeForgotten();
        now = NOW;
        assertEquals(Optional.empty(), found());
    }

    @Test
    void a_second_erasure_without_a_sign_out_does_not_prolong_it() {
        erase(NOW.minusSeconds(1));
        now = NOW.plusSeconds(60);
        erased.erase(ALICE, user -> UserRows.EMPTY);

        now = HOUR_LATER;

        assertEquals(Optional.empty(), found());
    }

    @Test
    void the_time_in_the_rows_counts_where_it_is_later() {
        erase(NOW);

        assertEquals(
                Optional.of(new SignOut(NOW.plusMillis(1), false)),
                erased.find(ALICE, user -> Optional.of(NOW.plusMillis(1))));
        assertEquals(Optional.of(new SignOut(NOW, true)), erased.find(ALICE, user -> Optional.of(NOW.minusMillis(1))));
        assertEquals(Optional.empty(), erased.find(BOB, user -> Optional.empty()));
    }
}
