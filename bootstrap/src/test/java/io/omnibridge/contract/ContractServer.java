package io.omnibridge.contract;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.adapters.http.HttpApi;
import io.omnibridge.adapters.http.jwt.InvalidToken;
import io.omnibridge.adapters.http.jwt.KeysUnavailable;
import io.omnibridge.adapters.http.jwt.RefusalReason;
import io.omnibridge.adapters.http.metrics.RequestMetrics;
import io.omnibridge.adapters.http.route.AccountRoutes;
import io.omnibridge.adapters.http.route.AuditRoutes;
import io.omnibridge.adapters.http.route.Authenticator;
import io.omnibridge.adapters.http.route.Dispatcher;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.route.ServiceRoutes;
import io.omnibridge.adapters.http.server.JettySetup;
import io.omnibridge.adapters.http.server.Listener;
import io.omnibridge.adapters.http.server.Patience;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.application.access.Authorize;
import io.omnibridge.application.access.Permission;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.readiness.CheckReadiness;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The real server over a real store in memory, as Wiring puts it together, but for three things: its ports fail on demand,
 * its records have heads, and a token is the plain name of its user, so that every answer there is can be had.
 */
final class ContractServer implements AutoCloseable {

    /** How many accounts a user may have. */
    static final int QUOTA = 2;

    /** Verifies, as a user without any scope. */
    static final String WITHOUT_SCOPES = "without-scopes";

    static final String INVALID = "invalid";
    static final String WHILE_KEYS_ARE_AWAY = "while-keys-are-away";

    final Faults faults = new Faults();

    private final Clock clock = Clock.systemUTC();
    final MemoryStore memory = new MemoryStore(clock);
    private final SecureRandom random = new SecureRandom();
    private final HttpApi api;
    private final int port;

    ContractServer(Patience patience) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        AuditTrail trail = faults.before(AuditTrail.class, new HeadedTrail(memory.auditTrail()));
        Dispatcher dispatcher =
                new Dispatcher(new Authenticator(ContractServer::verify, registry), new Authorize(true, trail, clock));
        JettySetup jetty =
                new JettySetup(Listener.inTheClear("127.0.0.1", 0), patience, new RequestMetrics(registry), random);
        api = new HttpApi(jetty, false, dispatcher, routes(trail));
        api.start();
        port = api.port();
    }

    private List<Route> routes(AuditTrail trail) {
        List<Route> routes = new ArrayList<>(accountRoutes(trail).routes(true));
        routes.addAll(new AuditRoutes(new ListAuditEvents(trail)).routes());
        StoreHealth health = faults.before(StoreHealth.class, memory.health());
        routes.addAll(new ServiceRoutes(new CheckReadiness(health)).routes());
        return routes;
    }

    private AccountRoutes accountRoutes(AuditTrail trail) {
        TokenStore store = faults.before(TokenStore.class, memory.tokenStore());
        TinkCredentialSealer sealer = new TinkCredentialSealer(Keyset.generate(), "https://issuer.invalid");
        return new AccountRoutes(
                new LinkAccount(store, sealer, QUOTA, clock, random),
                new ListAccounts(store),
                new FindAccount(store),
                new UnlinkAccount(store, trail, clock),
                clock);
    }

    private static Caller verify(String token) {
        return switch (token) {
            case INVALID -> throw new InvalidToken(RefusalReason.EXPIRED);
            case WHILE_KEYS_ARE_AWAY -> throw new KeysUnavailable();
            case WITHOUT_SCOPES -> new Caller(new UserId(token), Optional.empty(), Set.of());
            default -> new Caller(new UserId(token), Optional.of(new ClientId("notes-app")), allScopes());
        };
    }

    private static Set<String> allScopes() {
        return Arrays.stream(Permission.values()).map(Permission::scope).collect(Collectors.toSet());
    }

    /** Where it listens, or did. */
    int port() {
        return port;
    }

    @Override
    public void close() {
        api.stop();
    }
}
