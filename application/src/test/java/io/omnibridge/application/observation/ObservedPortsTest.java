package io.omnibridge.application.observation;

import static io.omnibridge.application.port.Samples.GOOGLE;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.revocation.RevocableToken;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D7")
class ObservedPortsTest {

    private static final Grant GRANT = new Grant(
            new Credentials(new Secret("token"), Optional.empty(), Optional.empty(), Optional.empty()),
            Scopes.none(),
            Optional.empty());

    private final AuthorizationServers servers = mock();
    private final CredentialEvents events = mock();
    private final ObservedServers observed = new ObservedServers(servers, events);

    @Test
    void a_refresh_is_reported_by_provider_and_outcome_only() {
        assertTold(new RefreshResult.Renewed(GRANT), RefreshOutcome.RENEWED);
        assertTold(new RefreshResult.InvalidGrant(), RefreshOutcome.INVALID_GRANT);
        assertTold(new RefreshResult.NotProcessed(Duration.ZERO, false), RefreshOutcome.NOT_PROCESSED);
        assertTold(new RefreshResult.NotProcessed(Duration.ZERO, true), RefreshOutcome.CLIENT_REFUSED);
        assertTold(new RefreshResult.Refused(false), RefreshOutcome.REFUSED);
        assertTold(new RefreshResult.OutcomeUnknown(), RefreshOutcome.OUTCOME_UNKNOWN);
    }

    private void assertTold(RefreshResult answer, RefreshOutcome outcome) {
        when(servers.refresh(any(), any(), any())).thenReturn(answer);
        observed.refresh(GOOGLE, GRANT, Duration.ofSeconds(1));
        verify(events).refreshed(GOOGLE, outcome);
    }

    @Test
    void a_revocation_is_reported_by_its_outcome() {
        assertTold(new RevocationResult.Revoked(), RevocationOutcome.REVOKED);
        assertTold(new RevocationResult.Failed(Duration.ZERO), RevocationOutcome.FAILED);
        assertTold(new RevocationResult.NotConfigured(), RevocationOutcome.NOT_CONFIGURED);
        assertTold(new RevocationResult.Impossible(), RevocationOutcome.IMPOSSIBLE);
    }

    private void assertTold(RevocationResult answer, RevocationOutcome outcome) {
        TokenOrigin origin = new TokenOrigin("client", URI.create("https://provider.example"));
        when(servers.revoke(any(), any())).thenReturn(answer);
        observed.revoke(GOOGLE, new RevocableToken(new Secret("token"), false, origin));
        verify(events).revoked(GOOGLE, outcome);
    }
}
