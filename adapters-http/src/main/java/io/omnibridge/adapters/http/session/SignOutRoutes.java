package io.omnibridge.adapters.http.session;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.route.PagePaths;
import io.omnibridge.adapters.http.route.PageSessions;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.session.SignOutUser;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.session.Session;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The sign-out, which is always everywhere: it ends all sessions, leases and JWTs of the user, clears this browser's cookies, and leads to
 * the issuer's own sign-out (OpenID Connect RP-Initiated Logout 1.0) where there is one.
 */
public final class SignOutRoutes {

    private final PageSessions sessions;
    private final SignOutUser signOutUser;
    private final Cookies cookies;
    private final Supplier<Optional<URI>> issuerPage;

    /** @param issuerPage returns where the browser ends its session at the issuer too; empty if there is no such page */
    public SignOutRoutes(
            PageSessions sessions, SignOutUser signOutUser, Cookies cookies, Supplier<Optional<URI>> issuerPage) {
        this.sessions = sessions;
        this.signOutUser = signOutUser;
        this.cookies = cookies;
        this.issuerPage = issuerPage;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Page(HandlerType.POST, PagePaths.SIGN_OUT, Set.of(), sessions, this::signOut),
                new Route.OpenPage(HandlerType.GET, PagePaths.SIGNED_OUT, Route.ANY_PARAMETERS, this::show));
    }

    private void signOut(Session session, RequestContext request) {
        signOutUser.signOut(session.user(), Actor.of(sessions.caller(session)), request.requestId());
        cookies.names(request.servletRequest()).forEach(name -> cookies.remove(request, name));
        Optional<URI> page = issuerPage.get();
        if (page.isPresent()) {
            SessionPages.goOn(request, "signing-out", page.get());
        } else {
            request.redirect(sessions.paths().of(PagePaths.SIGNED_OUT));
        }
    }

    private void show(RequestContext request) {
        SessionPages.signedOut(request);
    }
}
