package io.omnibridge.application.connect;

import io.omnibridge.application.port.AttemptSealer;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.TokenSealer;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.identity.Caller;
import java.security.SecureRandom;
import java.time.Clock;

/** Completes an attempt. */
public final class CompleteConnect {

    public CompleteConnect(
            ConnectAttempts attempts,
            AttemptSealer attemptSealer,
            ProviderCatalogue catalogue,
            AuthorizationServers servers,
            CredentialSealer credentialSealer,
            TokenSealer tokenSealer,
            TokenStore store,
            int quota,
            Clock clock,
            SecureRandom random) {}

    public CompleteResult complete(Caller caller, RequestId requestId, AttemptId id, String ticket) {
        return new CompleteResult.NotFound();
    }
}
