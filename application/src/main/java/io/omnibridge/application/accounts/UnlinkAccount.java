package io.omnibridge.application.accounts;

import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.TokenSealer;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import java.security.SecureRandom;
import java.time.Clock;

/** Unlinks one account of the caller, in whatever version it is. Thread-safe. */
public final class UnlinkAccount {

    public UnlinkAccount(
            TokenStore store,
            AuditTrail trail,
            CredentialSealer credentialSealer,
            TokenSealer tokenSealer,
            RevokeGrant revokeGrant,
            ProviderCatalogue catalogue,
            Clock clock,
            SecureRandom random) {}

    public UnlinkResult unlink(
            Caller caller,
            RequestId requestId,
            ProviderId provider,
            ProviderAccountId providerAccountId,
            boolean wait) {
        return new UnlinkResult.NotFound();
    }
}
