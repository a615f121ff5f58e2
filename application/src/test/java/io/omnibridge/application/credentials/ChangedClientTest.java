package io.omnibridge.application.credentials;

import static io.omnibridge.application.credentials.RefreshFixture.grant;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.IssuingClient;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The operator configures another OAuth client than the one that accounts were connected with. */
class ChangedClientTest {

    private final RefreshFixture fixture = new RefreshFixture();

    @BeforeEach
    void configureAnotherClient() {
        when(fixture.catalogue.issuingClient(any()))
                .thenReturn(Optional.of(new IssuingClient("new-client", Optional.empty())));
    }

    @Test
    @Tag("D24")
    void an_expired_account_needs_a_reconnect_and_costs_no_call_and_no_write() {
        fixture.link(grant("old", -10));

        CredentialsResult.NeedsReconnect result =
                assertInstanceOf(CredentialsResult.NeedsReconnect.class, fixture.fresh());

        assertEquals(ReconnectCode.CLIENT_CHANGED, result.reason().code());
        assertEquals(0, fixture.sent.get());
        assertEquals(RefreshState.READY, fixture.row().metadata().refresh());
    }

    @Test
    @Tag("D24")
    void a_valid_access_token_is_used_to_its_end() {
        fixture.link(grant("old", 10));

        assertEquals("access-old", RefreshFixture.access(fixture.fresh()));
    }

    @Test
    @Tag("D24")
    void background_work_leaves_the_account_alone() {
        fixture.link(grant("old", -10));
        IdleGrantPolicy policy = new IdleGrantPolicy(fixture.grants, fixture.catalogue, IdleGrantLimits.DEFAULT);

        assertEquals(IdleGrantAction.NONE, policy.decide(fixture.row(), NOW.plus(Duration.ofDays(30))));
    }
}
