package io.omnibridge.bootstrap.wiring;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.page.TicketCookies;
import io.omnibridge.adapters.http.route.PagePaths;
import io.omnibridge.adapters.http.route.PageSessions;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.session.BackChannelLogoutRoutes;
import io.omnibridge.adapters.http.session.BrowserSessions;
import io.omnibridge.adapters.http.session.Cookies;
import io.omnibridge.adapters.http.session.CsrfProtection;
import io.omnibridge.adapters.http.session.DevelopmentSignInRoutes;
import io.omnibridge.adapters.http.session.SessionCookie;
import io.omnibridge.adapters.http.session.SignInCookie;
import io.omnibridge.adapters.http.session.SignInRoutes;
import io.omnibridge.adapters.http.session.SignOutRoutes;
import io.omnibridge.adapters.http.session.SignedInRoutes;
import io.omnibridge.adapters.http.session.UsedTokenIds;
import io.omnibridge.application.port.BrowserSealer;
import io.omnibridge.application.session.SignOutUser;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.UiConfig;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sessions of browsers, and the routes with which they begin and end. */
final class UiWiring {

    /** Where people begin who know no address of a page. */
    private static final List<String> ENTRANCES = List.of("/", "/ui", "/ui/");

    private final IssuerWiring issuer;
    private final SignOutUser signOutUser;
    private final BrowserSealer sealer;
    private final Cookies cookies;
    private final SessionCookie sessionCookie;
    private final SignInCookie signInCookie;
    private final CsrfProtection csrf;
    private final PagePaths paths;
    private final URI publicUrl;
    private final PageSessions sessions;
    private final Clock clock;

    UiWiring(UiConfig config, URI publicUrl, IssuerWiring issuer, SessionPorts ports) {
        this.issuer = issuer;
        this.signOutUser = ports.signOutUser();
        this.clock = ports.clock();
        this.sealer = ports.sealer();
        this.cookies = new Cookies(publicUrl);
        this.sessionCookie = new SessionCookie(cookies, ports.sealer(), ports.clock(), ports.random());
        this.signInCookie = new SignInCookie(cookies, ports.sealer(), ports.clock(), ports.random());
        this.csrf = new CsrfProtection(publicUrl, ports.sealer());
        this.paths = PagePaths.of(publicUrl);
        this.publicUrl = publicUrl;
        this.sessions = new BrowserSessions(sessionCookie, csrf, ports.signOuts(), config.client(), paths);
    }

    /** Returns the sessions, for the pages. */
    PageSessions sessions() {
        return sessions;
    }

    /**
     * Asks the issuer whether people can sign in there as users of the API.
     *
     * @throws ConfigInvalid if they cannot; an issuer that does not answer is asked later
     */
    void requireUsableIssuer() throws ConfigInvalid {
        Optional<String> problem = issuer.problem().get();
        if (problem.isPresent()) {
            throw new ConfigInvalid(List.of("OMNIBRIDGE_JWT_USER_CLAIM cannot be sub: " + problem.get()));
        }
    }

    /** Ends the scheduled fetches of the issuer's keys. */
    void close() {
        issuer.close().run();
    }

    /** Returns where browsers keep the tickets of attempts that pages began. */
    TicketCookies tickets() {
        return new TicketCookies(cookies, sealer);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        ENTRANCES.forEach(path -> routes.add(new Route.OpenPage(
                HandlerType.GET, path, Route.ANY_PARAMETERS, request -> request.redirect(paths.of(PagePaths.FIRST)))));
        routes.addAll(signInRoutes());
        routes.addAll(new SignOutRoutes(sessions, signOutUser, cookies, issuer::signOutPage).routes());
        issuer.logoutTokens()
                .ifPresent(tokens -> routes.addAll(
                        new BackChannelLogoutRoutes(tokens, new UsedTokenIds(clock), signOutUser).routes()));
        return routes;
    }

    private List<Route> signInRoutes() {
        if (issuer.provider().isEmpty()) {
            return new DevelopmentSignInRoutes(sessionCookie, csrf, publicUrl).routes();
        }
        List<Route> routes = new ArrayList<>();
        routes.addAll(new SignInRoutes(issuer.provider().get(), signInCookie, csrf).routes());
        routes.addAll(new SignedInRoutes(issuer.provider().get(), signInCookie, sessionCookie, paths).routes());
        return routes;
    }
}
