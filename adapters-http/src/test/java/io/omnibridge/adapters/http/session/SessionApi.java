package io.omnibridge.adapters.http.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.route.PagePaths;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.testing.FakeBrowserSealer;
import io.omnibridge.adapters.http.testing.FakeSignOuts;
import io.omnibridge.adapters.http.testing.FakeUses;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestRequest;
import io.omnibridge.adapters.http.testing.TestSetup;
import io.omnibridge.adapters.support.testing.MutableClock;
import io.omnibridge.application.lease.EndLeases;
import io.omnibridge.application.session.SignOutUser;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.session.Session;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole adapter with sessions over fakes, and a page that says whose it is and has one form. */
final class SessionApi implements AutoCloseable {

    static final String PUBLIC_URL = "https://bridge.example";

    private static final SecureRandom RANDOM = new SecureRandom();

    final FakeIssuer issuer = new FakeIssuer();
    final FakeSignOuts signOuts = new FakeSignOuts();
    final MutableClock clock = new MutableClock(Instant.parse("2026-01-02T03:04:05.678Z"));
    final AtomicInteger effects = new AtomicInteger();
    final TestApi api;

    private SessionApi(String publicUrl, boolean isDevelopment) {
        FakeBrowserSealer sealer = new FakeBrowserSealer();
        URI url = URI.create(publicUrl);
        Cookies cookies = new Cookies(url);
        SessionCookie session = new SessionCookie(cookies, sealer, clock, RANDOM);
        SignInCookie signIn = new SignInCookie(cookies, sealer, clock, RANDOM);
        CsrfProtection forms = new CsrfProtection(url, sealer);
        PagePaths paths = PagePaths.of(url);
        BrowserSessions sessions = new BrowserSessions(session, forms, signOuts, new ClientId("omnibridge-ui"), paths);
        SignOutUser end = new SignOutUser(signOuts, new EndLeases(new FakeUses(), clock), clock);
        List<Route> routes = new ArrayList<>(
                isDevelopment
                        ? new DevelopmentSignInRoutes(session, forms, url).routes()
                        : new SignInRoutes(issuer, signIn, forms).routes());
        routes.addAll(new SignedInRoutes(issuer, signIn, session, paths).routes());
        routes.addAll(new SignOutRoutes(sessions, end, cookies, issuer::signOutPage).routes());
        routes.addAll(new BackChannelLogoutRoutes(issuer, new UsedTokenIds(clock), end).routes());
        routes.add(new Route.Page(
                HandlerType.GET,
                "/ui/accounts",
                Set.of("page"),
                sessions,
                (who, request) -> show(request, who, sessions.formToken(who))));
        routes.add(new Route.Page(
                HandlerType.POST,
                "/ui/accounts",
                Set.of(),
                sessions,
                (who, request) -> show(request, who, "effect " + effects.incrementAndGet())));
        this.api = TestSetup.DEFAULT.withRoutes(routes.toArray(Route[]::new)).api();
        api.start();
    }

    /** Starts a service behind https, at which people sign in at an issuer. */
    static SessionApi start() {
        return new SessionApi(PUBLIC_URL, false);
    }

    /** Starts a service with another public URL. */
    static SessionApi at(String publicUrl) {
        return new SessionApi(publicUrl, false);
    }

    /** Starts a service for development. */
    static SessionApi startForDevelopment() {
        return new SessionApi("http://127.0.0.1:8080", true);
    }

    private static void show(RequestContext request, Session session, String text) {
        request.respond(
                200,
                "text/plain;charset=utf-8",
                (session.user().value() + " " + text).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a browser without cookies, whose forms come from the service's own pages. */
    TestBrowser browser() {
        return new TestBrowser(api);
    }

    /** Returns a browser in which {@code user} signed in. */
    TestBrowser signedIn(String user) {
        TestBrowser browser = browser().beginSignIn("/ui/accounts");
        assertEquals(303, browser.get(issuer.signIn(user)).status());
        return browser;
    }

    TestRequest get(String target) {
        return api.get(target);
    }

    @Override
    public void close() {
        api.stop();
    }
}
