package io.omnibridge.adapters.http.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.adapters.http.HttpApi;
import io.omnibridge.adapters.http.metrics.RequestMetrics;
import io.omnibridge.adapters.http.route.Authenticator;
import io.omnibridge.adapters.http.route.Dispatcher;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.server.JettySetup;
import io.omnibridge.application.access.Authorize;
import io.omnibridge.application.readiness.CheckReadiness;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Server with the whole adapter on its own port, over a {@link Backend} that is emptied before every test. */
public final class TestApi implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final Backend backend = new Backend();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Route> routes;
    private final HttpApi api;
    private final IntFunction<RawHttp> connector;

    TestApi(TestSetup setup) {
        this(setup, false);
    }

    private TestApi(TestSetup setup, boolean hasPages) {
        Authorize authorize = new Authorize(backend.store(), Clock.systemUTC());
        Dispatcher dispatcher = new Dispatcher(
                new Authenticator(new FakeTokenVerifier(setup.requireScopes()), backend.signOuts(), registry),
                authorize,
                backend.data().leaseTokens());
        JettySetup jetty =
                new JettySetup(setup.listener(), setup.limits(), new RequestMetrics(registry), new SecureRandom());
        this.connector = setup.tls().isPresent() ? RawHttp::connectTls : RawHttp::connect;
        this.routes = new ArrayList<>(backend.routes(setup));
        if (hasPages) {
            routes.addAll(backend.pages().routes());
        }
        this.api = new HttpApi(jetty, dispatcher, routes);
    }

    /** Returns a server with default settings. */
    public static TestApi standard() {
        return TestSetup.DEFAULT.api();
    }

    /** Returns a server that has pages too. */
    public static TestApi withPages() {
        return new TestApi(TestSetup.DEFAULT, true);
    }

    public TestRequest call(String method, String target) {
        return new TestRequest(this::connect, method, target);
    }

    public TestRequest get(String target) {
        return call("GET", target);
    }

    /** Returns a request of alice to link an account. */
    public TestRequest link(String body) {
        return call("POST", "/accounts/link").as("alice").json(body);
    }

    /** Links an account of alice whose token is long enough for reads. */
    public void linkReadable(String provider, String account) {
        link("""
                {"provider":"%s","provider_account_id":"%s","access_token":"at-of-twenty-characters"}
                """.formatted(provider, account)).send().is(201);
    }

    public RawHttp connect() {
        return connector.apply(port());
    }

    public int port() {
        return api.port();
    }

    /** Returns the number of open connections. */
    public int openConnections() {
        return (int) registry.get("omnibridge.http.connections").gauge().value();
    }

    public FakeStore store() {
        return backend.store();
    }

    public FakeSignOuts signOuts() {
        return backend.signOuts();
    }

    public FakeUses uses() {
        return backend.data().uses();
    }

    public FakeApis apis() {
        return backend.data().apis();
    }

    public FakeAttempts attempts() {
        return backend.attempts();
    }

    public FakeProviders providers() {
        return backend.providers();
    }

    /** Takes every place of {@code user} for calls of {@code provider}, until {@link #releaseProvider}. */
    public void occupyProvider(String user, String provider) {
        backend.occupy(new UserId(user), new ProviderId(provider));
    }

    public void releaseProvider() {
        backend.release();
    }

    public AdjustableClock clock() {
        return backend.clock();
    }

    /** Returns every route of the service. */
    public List<Route> routes() {
        return routes;
    }

    public SimpleMeterRegistry registry() {
        return registry;
    }

    public CheckReadiness readiness() {
        return backend.readiness();
    }

    public void start() {
        api.start();
    }

    public void drain() {
        api.drain();
    }

    public void closePort() throws InterruptedException {
        api.closePort(Duration.ofMinutes(1));
    }

    public void stop() {
        api.stop();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        backend.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }
}
