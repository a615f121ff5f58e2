package io.omnibridge.application.limit;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.identity.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A21")
class UserLimiterTest {

    private final UserLimiter limiter = new UserLimiter(2, 3);

    private boolean enters(UserId user) {
        return limiter.tryEnter(user).isPresent();
    }

    @Test
    void one_user_is_limited_and_so_are_all_together() {
        assertTrue(enters(ALICE));
        assertTrue(enters(ALICE));
        assertEquals(Optional.empty(), limiter.tryEnter(ALICE));
        assertTrue(enters(BOB));
        assertEquals(Optional.empty(), limiter.tryEnter(BOB));
    }

    @Test
    void a_place_is_free_again_once_however_often_its_permit_is_closed() {
        enters(ALICE);
        CallPermit permit = limiter.tryEnter(ALICE).orElseThrow();
        permit.close();
        permit.close();

        assertTrue(enters(ALICE));
        assertEquals(Optional.empty(), limiter.tryEnter(ALICE));
    }
}
