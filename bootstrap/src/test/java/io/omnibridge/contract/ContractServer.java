package io.omnibridge.contract;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.adapters.http.HttpApi;
import io.omnibridge.adapters.http.jwt.InvalidToken;
import io.omnibridge.adapters.http.jwt.KeysUnavailable;
import io.omnibridge.adapters.http.jwt.RefusalReason;
import io.omnibridge.adapters.http.metrics.RequestMetrics;
import io.omnibridge.adapters.http.route.AgentAccess;
import io.omnibridge.adapters.http.route.Authenticator;
import io.omnibridge.adapters.http.route.Dispatcher;
import io.omnibridge.adapters.http.server.JettySetup;
import io.omnibridge.adapters.http.server.Listener;
import io.omnibridge.adapters.http.server.SlowClientLimits;
import io.omnibridge.adapters.http.testing.FakeApis;
import io.omnibridge.adapters.http.testing.FakeProviders;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.application.access.Authorize;
import io.omnibridge.application.limit.CallLimits;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The real server over the store in memory, wired as the service is, with four differences that make every response possible:
 * ports fail on demand, audit logs have heads, providers are fakes, and a token is the user's plain name.
 */
final class ContractServer implements AutoCloseable {

    /** The token of a user without any scope. */
    static final String WITHOUT_SCOPES = "without-scopes";

    static final String INVALID = "invalid";
    static final String WITHOUT_KEYS = "without-keys";

    final Faults faults = new Faults();
    final FakeProviders providers = new FakeProviders();
    final MemoryStore memory;

    private final ContractRoutes routes;
    private final HttpApi api;
    private final int port;

    ContractServer(SlowClientLimits limits) {
        this(limits, new AgentAccess(Optional.of(URI.create("https://bridge.example")), true));
    }

    /** @param agents who may call the route of agents, and what OAuth clients learn */
    ContractServer(SlowClientLimits limits, AgentAccess agents) {
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        memory = new MemoryStore(clock);
        routes = new ContractRoutes(faults, memory, providers, clock, random);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Dispatcher dispatcher = new Dispatcher(
                new Authenticator(ContractServer::verify, memory.ports().signOuts(), registry),
                new Authorize(routes.auditLog(), clock),
                routes.leaseTokens());
        JettySetup jetty = new JettySetup(Listener.plain("127.0.0.1", 0), limits, new RequestMetrics(registry), random);
        api = new HttpApi(jetty, dispatcher, routes.all(agents));
        api.start();
        port = api.port();
    }

    /** Takes every place of the user for calls of google. */
    List<CallPermit> occupyGoogle(String user) {
        return IntStream.range(0, CallLimits.DEFAULT.perUserAndProvider())
                .mapToObj(i -> routes.calls
                        .tryEnter(new UserId(user), new ProviderId("google"))
                        .orElseThrow())
                .toList();
    }

    private static Caller verify(String token) {
        return switch (token) {
            case INVALID -> throw new InvalidToken(RefusalReason.EXPIRED);
            case WITHOUT_KEYS -> throw new KeysUnavailable();
            case WITHOUT_SCOPES -> new Caller(new UserId(token), Optional.empty(), Set.of());
            default ->
                new Caller(new UserId(token), Optional.of(new ClientId("notes-app")), Set.of(Permission.values()));
        };
    }

    /** Returns the APIs that the data routes read from. */
    FakeApis apis() {
        return routes.apis;
    }

    /** Returns the port of the server, also after its stop. */
    int port() {
        return port;
    }

    @Override
    public void close() {
        api.stop();
    }
}
