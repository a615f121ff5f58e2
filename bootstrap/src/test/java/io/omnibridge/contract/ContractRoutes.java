package io.omnibridge.contract;

import io.omnibridge.adapters.http.route.AccountRoutes;
import io.omnibridge.adapters.http.route.AgentAccess;
import io.omnibridge.adapters.http.route.AuditRoutes;
import io.omnibridge.adapters.http.route.BrowserTickets;
import io.omnibridge.adapters.http.route.CallbackRoutes;
import io.omnibridge.adapters.http.route.CancelRoutes;
import io.omnibridge.adapters.http.route.ConnectRoutes;
import io.omnibridge.adapters.http.route.LeaseTokens;
import io.omnibridge.adapters.http.route.LinkRoutes;
import io.omnibridge.adapters.http.route.Locations;
import io.omnibridge.adapters.http.route.ProviderRoutes;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.route.ServiceRoutes;
import io.omnibridge.adapters.http.session.BackChannelLogoutRoutes;
import io.omnibridge.adapters.http.session.UsedTokenIds;
import io.omnibridge.adapters.http.testing.ConfiguredProviders;
import io.omnibridge.adapters.http.testing.FakeApis;
import io.omnibridge.adapters.http.testing.FakeConnectors;
import io.omnibridge.adapters.http.testing.FakeProviders;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkAttemptSealer;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.sealing.TinkRevocationSealer;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.accounts.AccountFactory;
import io.omnibridge.application.accounts.DescribeAccounts;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.accounts.RecordViews;
import io.omnibridge.application.accounts.RevokeUnlinked;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.connect.AttemptFactory;
import io.omnibridge.application.connect.BeginConnect;
import io.omnibridge.application.connect.CancelConnect;
import io.omnibridge.application.connect.CompleteConnect;
import io.omnibridge.application.connect.CompleteReturned;
import io.omnibridge.application.connect.ExchangeAdmission;
import io.omnibridge.application.connect.ExchangeCode;
import io.omnibridge.application.connect.FindAttempt;
import io.omnibridge.application.connect.HandleCallback;
import io.omnibridge.application.connect.LinkExchangedGrant;
import io.omnibridge.application.connect.ListProviders;
import io.omnibridge.application.connect.ReturnUrl;
import io.omnibridge.application.connect.ReturnUrls;
import io.omnibridge.application.connect.TicketDelivery;
import io.omnibridge.application.connect.WriteExchangedLink;
import io.omnibridge.application.lease.EndLeases;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.CallLimits;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.SignOutNotice;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.application.readiness.CheckReadiness;
import io.omnibridge.application.revocation.RemoveAccount;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.application.revocation.RevocationRules;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.application.revocation.RevokeUnusedTokens;
import io.omnibridge.application.session.SignOutUser;
import io.omnibridge.application.use.LeaseMode;
import io.omnibridge.application.use.UseEvents;
import io.omnibridge.bootstrap.config.DataConfig;
import io.omnibridge.bootstrap.wiring.DataPorts;
import io.omnibridge.bootstrap.wiring.DataWiring;
import io.omnibridge.bootstrap.wiring.GrantWiring;
import io.omnibridge.bootstrap.wiring.Sealers;
import io.omnibridge.domain.identity.UserId;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every route that the service declares, over the store in memory and fake providers. */
final class ContractRoutes {

    /** How many accounts a user may have. */
    static final int QUOTA = 2;

    /** The URL of the application that browsers may be redirected to. */
    static final String RETURN_TO = "https://app.example/connected";

    private static final String ISSUER = "https://issuer.invalid";
    private static final ReturnUrls RETURN_URLS =
            new ReturnUrls(List.of(new ReturnUrl(URI.create(RETURN_TO), TicketDelivery.FRAGMENT)));

    final CallLimiter calls = new CallLimiter(CallLimits.DEFAULT);
    final FakeApis apis = new FakeApis();

    private final Clock clock;
    private final SecureRandom random;
    private final FakeProviders providers;
    private final AuditLog auditLog;
    private final TokenStore store;
    private final ConnectAttempts attempts;
    private final PendingRevocations pendingRevocations;
    private final StoreHealth health;
    private final AuthorizationServers servers;
    private final TinkCredentialSealer sealer;
    private final TinkRevocationSealer tokens;
    private final TinkAttemptSealer attemptSealer;
    private final GrantWiring grants;
    private final DataWiring data;

    /** @param faults fail the ports of {@code memory} and of the providers on demand */
    ContractRoutes(Faults faults, MemoryStore memory, FakeProviders providers, Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        this.providers = providers;
        this.auditLog = faults.before(
                AuditLog.class, new AuditLogWithHead(memory.ports().auditLog()));
        this.store = faults.before(TokenStore.class, memory.ports().accounts());
        this.attempts = faults.before(ConnectAttempts.class, memory.ports().attempts());
        this.pendingRevocations =
                faults.before(PendingRevocations.class, memory.ports().pendingRevocations());
        this.health = faults.before(StoreHealth.class, memory);
        this.servers = faults.before(AuthorizationServers.class, providers);
        Keyset keyset = Keyset.generate();
        this.sealer = new TinkCredentialSealer(keyset, ISSUER);
        this.tokens = new TinkRevocationSealer(keyset, ISSUER);
        this.attemptSealer = new TinkAttemptSealer(keyset, ISSUER);
        VaultPorts ports = new VaultPorts(
                store,
                attempts,
                pendingRevocations,
                auditLog,
                faults.before(UseLog.class, memory.ports().useLog()),
                faults.before(Leases.class, memory.ports().leases()),
                faults.before(SignOuts.class, memory.ports().signOuts()),
                memory.ports().scan());
        this.grants = new GrantWiring(
                ports, new ConfiguredProviders(providers), servers, new Sealers(keyset, ISSUER), clock, random);
        this.data = new DataWiring(
                new DataConfig(LeaseMode.ON, Duration.ofHours(24), 1024, Optional.empty(), Duration.ofSeconds(5)),
                grants,
                new DataPorts(
                        faults.before(ProviderApis.class, apis),
                        new FakeConnectors(),
                        UseEvents.NONE,
                        Runnable::run,
                        Runnable::run),
                calls,
                grants.refreshCredentials());
    }

    /** Returns the reader of lease tokens. */
    LeaseTokens leaseTokens() {
        return data.leaseTokens();
    }

    AuditLog auditLog() {
        return auditLog;
    }

    /** @param agents who may call the route of agents */
    List<Route> all(AgentAccess agents) {
        List<Route> routes = new ArrayList<>(accountRoutes().routes());
        routes.addAll(linkRoutes().routes());
        routes.addAll(new AuditRoutes(new ListAuditEvents(auditLog), data.listUses()).routes());
        routes.addAll(new ServiceRoutes(new CheckReadiness(health, () -> true)).routes());
        routes.addAll(connectRoutes().routes());
        routes.addAll(new CancelRoutes(new CancelConnect(attempts, clock)).routes());
        routes.addAll(new CallbackRoutes(
                        new HandleCallback(attempts, attemptSealer, RETURN_URLS, clock, random),
                        true,
                        BrowserTickets.NONE)
                .routes());
        routes.addAll(new ProviderRoutes(new ListProviders(providers, store)).routes());
        routes.addAll(data.routes(new Locations(Optional.empty())));
        routes.addAll(data.agentRoutes(agents));
        SignOutUser signOutUser = new SignOutUser(
                grants.vault().signOuts(), new EndLeases(grants.vault().leases(), clock), clock);
        routes.addAll(
                new BackChannelLogoutRoutes(ContractRoutes::signedOut, new UsedTokenIds(clock), signOutUser).routes());
        return routes;
    }

    /** A logout token is the user's plain name. */
    private static Optional<SignOutNotice> signedOut(String token) {
        return Optional.of(token)
                .filter(name -> !name.isEmpty())
                .map(name -> new SignOutNotice(new UserId(name), name, Instant.MAX));
    }

    private AccountRoutes accountRoutes() {
        RemoveAccount removeAccount = new RemoveAccount(store, revocationPlanner());
        RevokeGrant revokeGrant =
                new RevokeGrant(pendingRevocations, tokens, servers, new RevocationRules(store, providers), clock);
        return new AccountRoutes(
                new ListAccounts(store),
                new FindAccount(store),
                new UnlinkAccount(
                        auditLog,
                        removeAccount,
                        new RevokeUnlinked(revokeGrant, revocation -> {}, calls),
                        providers,
                        clock),
                describeAccounts());
    }

    private LinkRoutes linkRoutes() {
        return new LinkRoutes(
                new LinkAccount(store, accountFactory(), QUOTA, clock),
                describeAccounts(),
                clock,
                new Locations(Optional.empty()));
    }

    private DescribeAccounts describeAccounts() {
        return new DescribeAccounts(providers, Optional.of(Duration.ofDays(90)), new RecordViews(store), clock);
    }

    private WriteExchangedLink writeExchangedLink() {
        return new WriteExchangedLink(attempts, accountFactory(), sealer, revocationPlanner(), QUOTA);
    }

    private AccountFactory accountFactory() {
        return new AccountFactory(sealer, random);
    }

    private RevocationPlanner revocationPlanner() {
        return new RevocationPlanner(sealer, tokens, providers, random);
    }

    private ConnectRoutes connectRoutes() {
        AttemptFactory attemptFactory = new AttemptFactory(servers, attemptSealer, calls, random);
        return new ConnectRoutes(
                new BeginConnect(providers, RETURN_URLS, true, attemptFactory, attempts, clock),
                new FindAttempt(attempts, store, clock),
                new CompleteConnect(attempts, store, completeReturned(), clock),
                describeAccounts(),
                new Locations(Optional.empty()));
    }

    private CompleteReturned completeReturned() {
        return new CompleteReturned(
                attempts, attemptSealer, providers, store, exchangeCode(), new ExchangeAdmission(calls));
    }

    private ExchangeCode exchangeCode() {
        LinkExchangedGrant linkExchangedGrant = new LinkExchangedGrant(attempts, store, writeExchangedLink(), clock);
        RevokeUnusedTokens revokeUnusedTokens = new RevokeUnusedTokens(
                store,
                pendingRevocations,
                auditLog,
                revocationPlanner(),
                new RevocationRules(store, providers),
                revocation -> {});
        return new ExchangeCode(attempts, servers, providers, linkExchangedGrant, revokeUnusedTokens);
    }
}
