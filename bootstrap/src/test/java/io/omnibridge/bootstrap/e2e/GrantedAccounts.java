package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultOpening;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.Caller;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Accounts with valid grants and expired access tokens. They are written directly to the store, in the form in which nodes write
 * them.
 */
final class GrantedAccounts {

    private final SecureRandom random = new SecureRandom();
    private final TinkCredentialSealer sealer;
    private final AuditChain chain;
    private final TokenStore store;

    /** @param durable the store of an existing vault */
    GrantedAccounts(DurableStore durable, Keyset keyset) {
        this.sealer = new TinkCredentialSealer(keyset, Vault.ISSUER);
        this.chain = new AuditChain(
                new VaultOpening(durable.metadata(), keyset, Vault.ISSUER, random).openExisting("sub"), Vault.ISSUER);
        this.store = VaultPorts.over(durable.users(), chain).accounts();
    }

    AuditChain chain() {
        return chain;
    }

    GrantedAccount connect(WatchedServer server, String user, String provider, String account) {
        Map<String, Object> tokens = server.grant(account);
        GrantedAccount granted =
                new GrantedAccount(user, provider, account, String.valueOf(tokens.get("refresh_token")));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant expiry = now.minusSeconds(60);
        AccountVersion version = AccountVersion.first(LinkId.random(random));
        Grant grant = new Grant(
                new Credentials(
                        new Secret(String.valueOf(tokens.get("access_token"))),
                        Optional.of(expiry),
                        Optional.of(new Secret(granted.refreshToken())),
                        Optional.empty()),
                Scopes.of(List.of("openid", "read")),
                Optional.of(new TokenOrigin(
                        HostileAuthorizationServer.CLIENT_ID,
                        URI.create(server.server().issuer()))));
        AccountMetadata metadata = AccountMetadata.linked(
                granted.key(), version, grant.scopes(), LinkedBy.CONNECT, true, Optional.of(expiry), now);
        Caller owner = new Caller(granted.key().owner(), Optional.empty(), Set.of());
        store.link(
                new Account(metadata, sealer.seal(granted.key(), version, grant)),
                1_000,
                Optional.empty(),
                AuditedAction.on(granted.key(), ActionKind.CONNECT, owner, new RequestId("seed"), now));
        return granted;
    }
}
