package io.omnibridge.application.credentials;

import static io.omnibridge.application.credentials.RefreshFixture.access;
import static io.omnibridge.application.credentials.RefreshFixture.grant;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Refreshes that a provider refuses without a known reason, or whose refresh token has expired. */
class RefusedRefreshTest {

    private final RefreshFixture fixture = new RefreshFixture();

    @Test
    @Tag("D21")
    void refusals_over_a_day_end_the_account() {
        fixture.link(grant("old", -1));
        fixture.answer = () -> new RefreshResult.Refused(false);
        for (int minute = 0; minute < 1_440; minute += 60) {
            fixture.now = NOW.plus(Duration.ofMinutes(minute));
            assertInstanceOf(CredentialsResult.Unavailable.class, fixture.fresh());
        }
        verify(fixture.events).refused(Simulation.KEY);
        verify(fixture.events, never()).needsReconnect(any(), any());
        fixture.now = NOW.plus(Duration.ofHours(25));

        CredentialsResult.NeedsReconnect result = (CredentialsResult.NeedsReconnect) fixture.fresh();
        assertEquals(ReconnectCode.REFUSED, result.reason().code());
        assertFalse(fixture.row().credentials().isErased());
        assertInstanceOf(CredentialsResult.NeedsReconnect.class, fixture.fresh());
        verify(fixture.events).needsReconnect(Simulation.KEY, ReconnectCode.REFUSED);
        assertEquals(25, fixture.sent.get());
    }

    @Test
    @Tag("D21")
    void two_refusals_do_not_end_the_account() {
        fixture.link(grant("old", -1));
        fixture.answer = () -> new RefreshResult.Refused(false);
        fixture.fresh();
        fixture.now = NOW.plus(Duration.ofDays(9));

        assertInstanceOf(CredentialsResult.Unavailable.class, fixture.fresh());
        fixture.answer = () -> new RefreshResult.Renewed(grant("new", 3_600_000));
        fixture.now = NOW.plus(Duration.ofDays(10));
        assertEquals("access-new", access(fixture.fresh()));
        assertEquals(RefreshState.READY, fixture.row().metadata().refresh());
    }

    @Test
    @Tag("D21")
    void an_expired_refresh_token_ends_the_account_once_the_access_token_expires() {
        fixture.link(RefreshFixture.expiring(30, -1));

        assertEquals("access-old", access(fixture.fresh()));
        fixture.now = NOW.plusSeconds(30);
        CredentialsResult.NeedsReconnect result = (CredentialsResult.NeedsReconnect) fixture.fresh();
        assertEquals(ReconnectCode.EXPIRED, result.reason().code());
        verify(fixture.events).needsReconnect(Simulation.KEY, ReconnectCode.EXPIRED);
        assertEquals(0, fixture.sent.get());
    }

    @Test
    @Tag("S1")
    void an_exception_of_the_adapter_is_told_by_its_class_alone() {
        fixture.link(grant("old", -1));
        fixture.answer = () -> {
            throw new IllegalStateException("canary");
        };

        assertInstanceOf(CredentialsResult.Unavailable.class, fixture.fresh());
        verify(fixture.events).callFailed(Simulation.KEY.provider(), IllegalStateException.class);
    }
}
