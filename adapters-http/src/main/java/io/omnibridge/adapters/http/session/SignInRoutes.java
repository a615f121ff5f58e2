package io.omnibridge.adapters.http.session;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.route.PagePaths;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.port.IdentityProvider;
import io.omnibridge.domain.session.SignInAttempt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The page from which a user signs in at the issuer of the JWTs. A form begins the sign-in, so that no link of another site does, and its
 * response is a page that goes on by itself: browsers do not let a form be redirected to another site (CSP {@code form-action}).
 */
public final class SignInRoutes {

    static final String TO = "to";

    private final IdentityProvider provider;
    private final SignInCookie cookie;
    private final CsrfProtection csrf;

    public SignInRoutes(IdentityProvider provider, SignInCookie cookie, CsrfProtection csrf) {
        this.provider = provider;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.OpenPage(HandlerType.GET, PagePaths.SIGN_IN, Set.of(TO), this::show),
                new Route.OpenPage(HandlerType.POST, PagePaths.SIGN_IN, Set.of(), this::begin));
    }

    private void show(RequestContext request) {
        SessionPages.button(request, "sign-in", ReturnPath.of(request.queryParameter(TO)));
    }

    private void begin(RequestContext request) {
        csrf.requireSameOrigin(request.servletRequest());
        SignInAttempt attempt = cookie.newAttempt(ReturnPath.of(field(request)));
        SessionPages.goOn(request, "signing-in", IssuerCalls.call(() -> provider.authorize(attempt)));
        cookie.set(request, attempt);
    }

    static Optional<String> field(RequestContext request) {
        return request.form().find(TO);
    }
}
