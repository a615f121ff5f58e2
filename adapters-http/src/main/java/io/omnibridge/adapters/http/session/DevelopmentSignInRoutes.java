package io.omnibridge.adapters.http.session;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.html.PageException;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.route.PagePaths;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.session.Profile;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Page of {@code serve --dev} that signs in its one user without any issuer, for browsers on this machine alone. */
public final class DevelopmentSignInRoutes {

    private static final UserId USER = new UserId("alice");

    private static final Profile PROFILE = new Profile(Optional.of("Alice Example"), Optional.of("alice@example.com"));

    private final SessionCookie sessions;
    private final CsrfProtection csrf;
    private final PagePaths paths;
    private final LoopbackHost host;

    /** @param publicUrl the URL of this service for browsers */
    public DevelopmentSignInRoutes(SessionCookie sessions, CsrfProtection csrf, URI publicUrl) {
        this.sessions = sessions;
        this.csrf = csrf;
        this.paths = PagePaths.of(publicUrl);
        this.host = new LoopbackHost(publicUrl);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.OpenPage(HandlerType.GET, PagePaths.SIGN_IN, Set.of(SignInRoutes.TO), this::show),
                new Route.OpenPage(HandlerType.POST, PagePaths.SIGN_IN, Set.of(), this::signIn));
    }

    private void show(RequestContext request) {
        requireThisMachine(request);
        URI continueAt = ReturnPath.of(request.queryParameter(SignInRoutes.TO));
        Optional<String> canonicalOrigin = host.canonicalOrigin(request.servletRequest());
        if (canonicalOrigin.isPresent()) {
            request.redirect(canonicalOrigin.get() + continueAt);
        } else {
            SessionPages.button(request, "development", continueAt);
        }
    }

    private void signIn(RequestContext request) {
        requireThisMachine(request);
        csrf.requireSameOrigin(request.servletRequest());
        sessions.begin(request, USER, PROFILE);
        request.redirect(paths.of(ReturnPath.of(SignInRoutes.field(request)).toString()));
    }

    private static void requireThisMachine(RequestContext request) {
        if (!LoopbackHost.isUsedBy(request.servletRequest())) {
            throw new PageException(ProblemCode.FOREIGN_ORIGIN, "development.elsewhere");
        }
    }
}
