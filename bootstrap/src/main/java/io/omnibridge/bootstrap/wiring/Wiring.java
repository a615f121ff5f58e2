package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.HttpApi;
import io.omnibridge.adapters.http.reference.ReferenceRoutes;
import io.omnibridge.adapters.http.route.AgentAccess;
import io.omnibridge.adapters.http.route.AuditRoutes;
import io.omnibridge.adapters.http.route.Authenticator;
import io.omnibridge.adapters.http.route.BrowserTickets;
import io.omnibridge.adapters.http.route.Dispatcher;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.route.ServiceRoutes;
import io.omnibridge.adapters.http.route.StyleSheetRoutes;
import io.omnibridge.adapters.http.server.ServerTls;
import io.omnibridge.adapters.providers.DataApis;
import io.omnibridge.adapters.providers.data.DataLimits;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.application.access.Authorize;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.RecordViews;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.lease.EndLeases;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.CallLimits;
import io.omnibridge.application.observation.LapsedAttempts;
import io.omnibridge.application.readiness.CheckReadiness;
import io.omnibridge.application.session.RecentSignOuts;
import io.omnibridge.application.session.SignOutUser;
import io.omnibridge.application.use.LeaseMode;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.JwtKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts the service together, from the store up to the HTTP API. One instance makes one service. */
public final class Wiring {

    private final CallLimiter calls = new CallLimiter(CallLimits.DEFAULT);
    private final Config config;
    private final SecureRandom random;
    private final MetricsWiring metrics;
    private final Optional<ServerTls> tls;
    private final StoreWiring store;
    private final LapsedAttempts lapsed;
    private final VaultPorts vault;
    private final RecentSignOuts signOuts;
    private final VerifierWiring verifier;
    private final CheckReadiness readiness;
    private final ProviderWiring providers;
    private final GrantWiring grants;
    private final RevocationThreads revocationThreads;
    private final RecordViews recordViews;
    private final ConnectWiring connect;
    private final AccountWiring accounts;
    private final DataApis apis;
    private final ExecutorService refreshWaits = Executors.newCachedThreadPool(DaemonThreads.named("refresh"));
    private final ExecutorService readThreads = Executors.newCachedThreadPool(DaemonThreads.named("source-read"));
    private final RefreshCredentials refreshCredentials;
    private final DataWiring data;
    private final Optional<UiWiring> ui;

    /**
     * @param clock the node's own, for JWTs and certificates. The store's clock decides over accounts, attempts, credentials and
     *     the times of the audit log.
     */
    public Wiring(Config config, Clock clock, SecureRandom random) {
        this.config = config;
        this.random = random;
        this.metrics = config.metricsPort().isPresent() ? MetricsWiring.exported() : MetricsWiring.unexported();
        this.tls = config.tls().map(source -> ServerTls.open(source, clock, ServerTls.DEFAULT_PERIOD));
        this.store = StoreWiring.open(config, metrics.ofStore(), clock, random);
        this.providers = ProviderWiring.of(config.connect(), store.clock());
        ObservedVault observed = metrics.observe(store.ports(), providers.ids(), store.clock());
        this.lapsed = observed.lapsed();
        this.vault = observed.ports();
        this.signOuts = new RecentSignOuts(vault.signOuts(), System::nanoTime);
        this.verifier = VerifierWiring.of(config, clock);
        this.readiness = new CheckReadiness(store.health(), verifier.keysAreKnown(), new ReadinessLog());
        this.grants = new GrantWiring(
                vault,
                providers.catalogue(),
                metrics.observe(providers.servers(), providers.ids()),
                new Sealers(store.keyset(), config.jwtPolicy().issuer()),
                store.clock(),
                random);
        this.revocationThreads = new RevocationThreads(grants.revokeGrant());
        this.recordViews = new RecordViews(vault.accounts());
        this.connect = new ConnectWiring(config, providers, grants, revocationThreads, recordViews, calls);
        this.accounts = new AccountWiring(config, grants, connect, revocationThreads, calls);
        this.refreshCredentials = grants.refreshCredentials();
        UseMetrics useMetrics = new UseMetrics(metrics.registry(), providers.ids());
        this.apis = providers
                .apis()
                .apply(DataLimits.DEFAULT.withMaxResponse(config.data().maxResponse()), useMetrics);
        this.data = new DataWiring(
                config.data(),
                grants,
                new DataPorts(apis, providers.connectors(), useMetrics, refreshWaits, readThreads),
                calls,
                refreshCredentials);
        this.ui = ui();
    }

    /**
     * Asks the issuer whether people can sign in there as users of the API.
     *
     * @throws ConfigInvalid if they cannot; an issuer that does not answer is asked later
     */
    public void requireUsableIssuer() throws ConfigInvalid {
        if (ui.isPresent()) {
            ui.get().requireUsableIssuer();
        }
    }

    public Service service() {
        metrics.measureJvm();
        HttpWiring http = new HttpWiring(config, tls, metrics, random);
        HttpApi api = http.api(dispatcher(), routes());
        RefreshThreads refreshThreads = new RefreshThreads();
        JobWiring jobs = new JobWiring(
                grants,
                refreshCredentials,
                revocationThreads,
                refreshThreads,
                recordViews,
                config.connect().keepAlive(),
                data.pruneUses(),
                store.agreement());
        BackgroundJobs running = jobs.start(readiness);
        new MonitoringWiring(metrics, providers, vault.scan(), lapsed).start(running, refreshCredentials);
        verifier.ageOfKeys().ifPresent(metrics::measureKeys);
        tls.ifPresent(it -> metrics.measureCertificate(it::remainingValidity));
        List<Runnable> closings = List.of(
                running::close,
                refreshThreads::stop,
                revocationThreads::close,
                jobs::drain,
                verifier.close(),
                () -> ui.ifPresent(UiWiring::close),
                FileWatch.start(config.watchedFiles())::close,
                refreshWaits::shutdown,
                readThreads::shutdown,
                apis::close,
                providers.close(),
                store.close(),
                this::closeTls);
        return new Service(api, http.metricsServer(), readiness, config.drain(), closings);
    }

    private Dispatcher dispatcher() {
        return new Dispatcher(
                new Authenticator(verifier.verifier(), signOuts, metrics.registry()),
                new Authorize(vault.auditLog(), store.clock()),
                data.leaseTokens());
    }

    /** OAuth clients learn of an issuer that publishes its keys, and whose tokens open the data routes. */
    private AgentAccess agentAccess() {
        boolean hasMetadata =
                config.jwtKeys() instanceof JwtKeys.Published && config.data().leases() != LeaseMode.REQUIRED;
        return new AgentAccess(config.connect().publicUrl(), hasMetadata);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(accounts.routes());
        routes.addAll(new AuditRoutes(new ListAuditEvents(vault.auditLog()), data.listUses()).routes());
        routes.addAll(new ServiceRoutes(readiness).routes());
        routes.addAll(new ReferenceRoutes().routes());
        routes.addAll(new StyleSheetRoutes().routes());
        routes.addAll(connect.routes(ui.<BrowserTickets>map(UiWiring::tickets).orElse(BrowserTickets.NONE)));
        routes.addAll(data.routes(connect.locations()));
        routes.addAll(data.agentRoutes(agentAccess()));
        ui.ifPresent(it -> {
            routes.addAll(it.routes());
            routes.addAll(new PageWiring(connect, data, grants, it, accounts.unlinkAccount()).routes());
        });
        return routes;
    }

    /** Returns the sessions of the pages; empty if there are no pages. */
    private Optional<UiWiring> ui() {
        return config.ui()
                .map(it -> new UiWiring(
                        it,
                        config.connect().publicUrl().orElseThrow(),
                        IssuerWiring.of(config, it, verifier.verifier(), store.clock()),
                        sessionPorts()));
    }

    /** Sessions end at once: each page reads the store. A sign-out counts at once for JWTs on this node too. */
    private SessionPorts sessionPorts() {
        SignOutUser signOutUser =
                new SignOutUser(signOuts, new EndLeases(vault.leases(), store.clock()), store.clock());
        return new SessionPorts(grants.sealers().browsers(), vault.signOuts(), signOutUser, store.clock(), random);
    }

    /** Returns the use case that links accounts by token. */
    public LinkAccount linkAccount() {
        return accounts.linkAccount();
    }

    private void closeTls() {
        tls.ifPresent(ServerTls::close);
    }
}
