package io.omnibridge.contract;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.adapters.http.HttpApi;
import io.omnibridge.adapters.http.jwt.InvalidToken;
import io.omnibridge.adapters.http.jwt.KeysUnavailable;
import io.omnibridge.adapters.http.jwt.RefusalReason;
import io.omnibridge.adapters.http.metrics.RequestMetrics;
import io.omnibridge.adapters.http.route.Authenticator;
import io.omnibridge.adapters.http.route.Dispatcher;
import io.omnibridge.adapters.http.server.JettySetup;
import io.omnibridge.adapters.http.server.Listener;
import io.omnibridge.adapters.http.server.SlowClientLimits;
import io.omnibridge.adapters.http.testing.FakeProviders;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.application.access.Authorize;
import io.omnibridge.application.access.Permission;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The real server over a real store in memory, as Wiring puts it together, but for four things: its ports fail on demand,
 * its records have heads, its providers do what they are told to, and a token is the plain name of its user, so that every
 * answer there is can be had.
 */
final class ContractServer implements AutoCloseable {

    /** Verifies, as a user without any scope. */
    static final String WITHOUT_SCOPES = "without-scopes";

    static final String INVALID = "invalid";
    static final String WHILE_KEYS_ARE_AWAY = "while-keys-are-away";

    final Faults faults = new Faults();
    final FakeProviders providers = new FakeProviders();
    final MemoryStore memory;

    private final HttpApi api;
    private final int port;

    ContractServer(SlowClientLimits patience) {
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        memory = new MemoryStore(clock);
        ContractRoutes routes = new ContractRoutes(faults, memory, providers, clock, random);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Dispatcher dispatcher = new Dispatcher(
                new Authenticator(ContractServer::verify, registry), new Authorize(true, routes.auditLog(), clock));
        JettySetup jetty =
                new JettySetup(Listener.plain("127.0.0.1", 0), patience, new RequestMetrics(registry), random);
        api = new HttpApi(jetty, dispatcher, routes.all());
        api.start();
        port = api.port();
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
