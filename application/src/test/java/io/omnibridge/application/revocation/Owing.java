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
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.HeldAccount;
import io.omnibridge.application.port.Obligations;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.RevocationAnswer;
import io.omnibridge.application.port.SweepPage;
import io.omnibridge.application.port.SweepPosition;
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
import io.omnibridge.domain.revocation.Obligation;
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

/** Accounts and obligations in memory, and a provider that answers what a test wants. */
public final class Owing implements Obligations {

    public static final AccountKey KEY = key(ALICE, GOOGLE, "work");

    public final TokenStore store = mock();
    public final AccountSweep sweep = mock();
    public final AuthorizationServers servers = mock();
    public final ProviderCatalogue catalogue = mock();
    public final SimulatedGrants grants = new SimulatedGrants();
    public final Map<AccountKey, Account> accounts = new LinkedHashMap<>();
    public final List<Obligation> obligations = new ArrayList<>();
    public final List<AuditOutcome> settled = new ArrayList<>();
    public RevocationScope scope = RevocationScope.TOKEN;
    public RevocationAnswer answer = new RevocationAnswer.Revoked();
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
    public final RevokeGrant revokeGrant = new RevokeGrant(this, grants, servers, clock);
    public final GiveBack giveBack =
            new GiveBack(store, new OwedRevocations(grants, grants, catalogue, new SecureRandom()));

    public Owing() {
        when(catalogue.find(GOOGLE)).thenAnswer(call -> Optional.of(google()));
        when(servers.revoke(any(), any())).thenAnswer(call -> answer);
        when(store.hold(any()))
                .thenAnswer(call -> Optional.ofNullable(accounts.get(call.<AccountKey>getArgument(0)))
                        .map(account -> new HeldAccount(account, now)));
        when(store.list(any()))
                .thenAnswer(call ->
                        accounts.values().stream().map(Account::metadata).toList());
        when(store.unlink(any(), any(), any()))
                .thenAnswer(call -> unlink(call.getArgument(0), call.getArgument(1), call.getArgument(2)));
        when(sweep.accounts(any(), anyInt()))
                .thenAnswer(call -> new SweepPage<>(List.copyOf(accounts.values()), 0, Optional.empty()));
        when(sweep.obligations(any(), anyInt())).thenAnswer(call -> page(call.getArgument(0)));
    }

    /** Two a page. */
    private SweepPage<Obligation> page(SweepPosition after) {
        int from = after.equals(SweepPosition.START) ? 0 : Integer.parseInt(after.value());
        int to = Math.min(from + 2, obligations.size());
        return new SweepPage<>(
                obligations.subList(Math.min(from, to), to),
                0,
                to == obligations.size() ? Optional.empty() : Optional.of(new SweepPosition(Integer.toString(to))));
    }

    private boolean unlink(AccountMetadata expected, Optional<Obligation> owed, AuditedAction action) {
        Account there = accounts.get(expected.key());
        if (there == null || !there.metadata().equals(expected)) {
            return false;
        }
        accounts.remove(action.account().orElseThrow());
        owed.ifPresent(obligations::add);
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

    /** An account in a state of refresh, by connect, last used now. */
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
                .refreshing(state);
        Account account = new Account(metadata, grants.seal(key, version, grant));
        accounts.put(key, account);
        return account;
    }

    @Override
    public boolean add(Obligation obligation, AuditedAction action) {
        return obligations.add(obligation);
    }

    @Override
    public boolean replace(Obligation former, Obligation next) {
        int at = obligations.indexOf(former);
        if (at >= 0) {
            obligations.set(at, next);
        }
        return at >= 0;
    }

    @Override
    public boolean settle(Obligation obligation, AuditEvent event) {
        settled.add(event.outcome());
        return obligations.removeIf(there -> there.id().equals(obligation.id()));
    }
}
