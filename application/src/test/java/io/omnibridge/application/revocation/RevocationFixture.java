package io.omnibridge.application.revocation;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.application.credentials.SimulatedGrants;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts and pending revocations in memory, and a provider whose answer a test sets. */
public final class RevocationFixture implements PendingRevocations {

    public static final AccountKey KEY = key(ALICE, GOOGLE, "work");

    public final TokenStore store = mock();
    public final AccountScan scan = mock();
    public final SignOuts signOuts = mock();
    public final AuthorizationServers servers = mock();
    public final ProviderCatalogue catalogue = mock();
    public final SimulatedGrants grants = new SimulatedGrants();
    public final Map<AccountKey, Account> accounts = new LinkedHashMap<>();
    public final List<PendingRevocation> pendingRevocations = new ArrayList<>();
    public final List<AuditOutcome> completed = new ArrayList<>();
    public RevocationScope scope = RevocationScope.TOKEN;
    public RevocationResult answer = new RevocationResult.Revoked();
    public Instant now = NOW;
    public final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    public final RevokeGrant revokeGrant =
            new RevokeGrant(this, grants, servers, new RevocationRules(store, catalogue), clock);
    public final RemoveAccount removeAccount =
            new RemoveAccount(store, new RevocationPlanner(grants, grants, catalogue, new SecureRandom()));

    public RevocationFixture() {
        when(catalogue.find(GOOGLE)).thenAnswer(call -> Optional.of(google()));
        when(servers.revoke(any(), any())).thenAnswer(call -> answer);
        when(store.findWithStoreTime(any()))
                .thenAnswer(call -> Optional.ofNullable(accounts.get(call.<AccountKey>getArgument(0)))
                        .map(account -> new TimedAccount(account, now)));
        when(store.keys(any())).thenAnswer(call -> List.copyOf(accounts.keySet()));
        when(store.keys(any(), any())).thenCallRealMethod();
        when(store.unlink(any(), any(), any()))
                .thenAnswer(call -> unlink(call.getArgument(0), call.getArgument(1), call.getArgument(2)));
        when(scan.accounts(any(), anyInt()))
                .thenAnswer(call -> new ScanPage<>(List.copyOf(accounts.values()), 0, Optional.empty()));
        when(scan.pendingRevocations(any(), anyInt())).thenAnswer(call -> page(call.getArgument(0)));
    }

    EraseUser eraseUser() {
        return new EraseUser(store, scan, signOuts, removeAccount, revokeGrant, clock);
    }

    /** Returns two pending revocations per page. */
    private ScanPage<PendingRevocation> page(ScanCursor after) {
        int from = after.equals(ScanCursor.START) ? 0 : Integer.parseInt(after.value());
        int to = Math.min(from + 2, pendingRevocations.size());
        return new ScanPage<>(
                pendingRevocations.subList(Math.min(from, to), to),
                0,
                to == pendingRevocations.size() ? Optional.empty() : Optional.of(new ScanCursor(Integer.toString(to))));
    }

    private boolean unlink(AccountMetadata expected, Optional<PendingRevocation> revocation, AuditedAction action) {
        Account there = accounts.get(expected.key());
        if (there == null || !there.metadata().equals(expected)) {
            return false;
        }
        accounts.remove(action.account().orElseThrow());
        revocation.ifPresent(pendingRevocations::add);
        return true;
    }

    private ConnectableProvider google() {
        return new ConnectableProvider(
                GOOGLE,
                "Google",
                Set.of(),
                Scopes.none(),
                true,
                true,
                RefreshPolicy.of(RefreshTokenReuse.SAFE, Duration.ZERO),
                scope,
                Optional.of(URI.create("https://provider.example/grants")));
    }

    /** Links an account by connect, in the given refresh state, last used now. */
    public Account link(AccountKey key, RefreshState state) {
        Grant grant = new Grant(
                new Credentials(
                        new Secret("access"),
                        Optional.of(NOW.plusSeconds(3_600)),
                        Optional.of(
                                new Secret("refresh-" + key.providerAccountId().value())),
                        Optional.empty()),
                Scopes.none(),
                Optional.of(new TokenOrigin("client", URI.create("https://provider.example"))));
        AccountVersion version = AccountVersion.first(new LinkId("1".repeat(32)));
        AccountMetadata metadata = AccountMetadata.linked(
                        key, version, Scopes.none(), LinkedBy.CONNECT, true, Optional.empty(), NOW)
                .withRefresh(state);
        Account account = new Account(metadata, grants.seal(key, version, grant));
        accounts.put(key, account);
        return account;
    }

    @Override
    public boolean add(PendingRevocation pendingRevocation, AuditedAction action) {
        return pendingRevocations.add(pendingRevocation);
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        int at = pendingRevocations.indexOf(former);
        if (at >= 0) {
            pendingRevocations.set(at, next);
        }
        return at >= 0;
    }

    @Override
    public boolean complete(PendingRevocation pendingRevocation, AuditEvent event) {
        completed.add(event.outcome());
        return pendingRevocations.removeIf(there -> there.id().equals(pendingRevocation.id()));
    }
}
