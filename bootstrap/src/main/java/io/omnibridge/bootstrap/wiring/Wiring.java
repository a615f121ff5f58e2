package io.omnibridge.bootstrap.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.omnibridge.adapters.http.HttpApi;
import io.omnibridge.adapters.http.jwt.HmacKey;
import io.omnibridge.adapters.http.jwt.JwksKeys;
import io.omnibridge.adapters.http.jwt.TokenVerifier;
import io.omnibridge.adapters.http.jwt.Verifiers;
import io.omnibridge.adapters.http.metrics.RequestMetrics;
import io.omnibridge.adapters.http.route.AccountRoutes;
import io.omnibridge.adapters.http.route.AuditRoutes;
import io.omnibridge.adapters.http.route.Authenticator;
import io.omnibridge.adapters.http.route.Dispatcher;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.route.ServiceRoutes;
import io.omnibridge.adapters.http.server.JettySetup;
import io.omnibridge.adapters.http.server.Listener;
import io.omnibridge.adapters.http.server.MetricsServer;
import io.omnibridge.adapters.http.server.ServerTls;
import io.omnibridge.adapters.http.server.SlowClientLimits;
import io.omnibridge.adapters.store.metrics.MeteredPorts;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.access.Authorize;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.observation.ObservedAttempts;
import io.omnibridge.application.observation.ObservedServers;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.readiness.CheckReadiness;
import io.omnibridge.bootstrap.config.Config;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts everything together, top to bottom, once. Nothing else names a concrete adapter. */
public final class Wiring {

    private final Config config;
    private final Clock clock;
    private final SecureRandom random;
    private final Optional<PrometheusMeterRegistry> shown;
    private final MeterRegistry registry;
    private final Optional<ServerTls> tls;
    private final StoreWiring stored;
    private final TokenStore store;
    private final AuditLog trail;
    private final CheckReadiness readiness;
    private final GrantWiring grants;
    private final ConnectWiring connect;

    public Wiring(Config config, Clock clock, SecureRandom random) {
        this.config = config;
        this.clock = clock;
        this.random = random;
        this.shown = config.metricsPort().map(port -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        this.registry = shown.<MeterRegistry>map(metrics -> metrics).orElseGet(Wiring::keepsNothing);
        this.tls = config.tls().map(source -> ServerTls.open(source, clock, ServerTls.DEFAULT_PERIOD));
        this.stored = StoreWiring.open(config, clock, random);
        VaultPorts vault = MeteredPorts.of(stored.ports(), registry);
        this.store = vault.accounts();
        this.trail = vault.auditLog();
        this.readiness = new CheckReadiness(stored.health());
        CredentialMetrics metrics = new CredentialMetrics(registry);
        ProviderWiring providers = ProviderWiring.of(config.connect(), clock);
        this.grants = new GrantWiring(
                store,
                vault.pendingRevocations(),
                vault.scan(),
                providers.catalogue(),
                new ObservedServers(providers.servers(), metrics),
                stored.keyset(),
                config.jwtPolicy().issuer(),
                clock,
                System::nanoTime,
                random);
        this.connect = new ConnectWiring(config, providers, grants, new ObservedAttempts(vault.attempts(), metrics));
    }

    public Service service() {
        shown.ifPresent(Wiring::measureJvm);
        if (config.jwtKeys() instanceof Config.JwtKeys.Published published) {
            JwksKeys keys = JwksKeys.open(published.endpoint(), clock);
            return service(Verifiers.jwks(config.jwtPolicy(), keys, clock), keys::close);
        }
        HmacKey key = ((Config.JwtKeys.Shared) config.jwtKeys()).key();
        return service(Verifiers.hmac(config.jwtPolicy(), key, clock), () -> {});
    }

    /** @param closeKeys ends whatever keeps the verifier's keys fresh */
    private Service service(TokenVerifier verifier, Runnable closeKeys) {
        HttpApi api = new HttpApi(jetty(), dispatcher(verifier), routes());
        RefreshCredentials refreshCredentials = grants.refreshCredentials();
        BackgroundJobs backgroundJobs = connect.backgroundJobs(refreshCredentials);
        return new Service(
                api,
                metrics(),
                readiness,
                List.of(
                        backgroundJobs::close,
                        () -> ConnectWiring.drain(refreshCredentials),
                        closeKeys,
                        connect.providers().closing(),
                        stored.close(),
                        this::closeTls));
    }

    private Dispatcher dispatcher(TokenVerifier verifier) {
        return new Dispatcher(
                new Authenticator(verifier, registry), new Authorize(config.requireScopes(), trail, clock));
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(accountRoutes().routes(config.linkByToken()));
        routes.addAll(new AuditRoutes(new ListAuditEvents(trail)).routes());
        routes.addAll(new ServiceRoutes(readiness).routes());
        routes.addAll(connect.routes());
        return routes;
    }

    private AccountRoutes accountRoutes() {
        LinkAccount linkAccount = new LinkAccount(store, grants.accountFactory(), config.maxAccountsPerUser(), clock);
        return new AccountRoutes(
                linkAccount,
                new ListAccounts(store),
                new FindAccount(store),
                new UnlinkAccount(trail, grants.removeAccount(), grants.revokeGrant(), grants.catalogue(), clock),
                clock);
    }

    private JettySetup jetty() {
        return new JettySetup(
                listener(config.httpPort()), SlowClientLimits.DEFAULT, new RequestMetrics(registry), random);
    }

    private Optional<MetricsServer> metrics() {
        return config.metricsPort()
                .map(port -> new MetricsServer(listener(port), SlowClientLimits.DEFAULT, shown.orElseThrow()::scrape));
    }

    private Listener listener(int port) {
        return new Listener(config.httpHost(), port, tls);
    }

    private void closeTls() {
        tls.ifPresent(ServerTls::close);
    }

    /** Where metrics are shown nowhere, none are kept: a registry without members is Micrometer's own way to say so. */
    private static MeterRegistry keepsNothing() {
        return new CompositeMeterRegistry();
    }

    private static void measureJvm(MeterRegistry registry) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }
}
