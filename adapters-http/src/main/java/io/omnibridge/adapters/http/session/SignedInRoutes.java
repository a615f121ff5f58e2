package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.route.PagePaths;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.port.IdentityProvider;
import io.omnibridge.application.port.VerifiedSignIn;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.session.SignInAttempt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The redirect URI of the sign-in, to which the issuer sends the browser with a code (OpenID Connect Core §3.1.2.5). */
public final class SignedInRoutes {

    private final IdentityProvider provider;
    private final SignInCookie signIn;
    private final SessionCookie sessions;
    private final PagePaths paths;

    public SignedInRoutes(IdentityProvider provider, SignInCookie signIn, SessionCookie sessions, PagePaths paths) {
        this.provider = provider;
        this.signIn = signIn;
        this.sessions = sessions;
        this.paths = paths;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Callback(SessionPages.SIGNED_IN, Set.of("state", "code", "error", "iss"), this::receive));
    }

    private void receive(RequestContext request) {
        Optional<SignInAttempt> attempt = secret(request, "state").flatMap(state -> signIn.find(request, state));
        if (attempt.isEmpty()) {
            SessionPages.failed(request, "other-browser");
            return;
        }
        signIn.remove(request);
        Optional<String> error = request.queryParameter("error");
        if (error.isPresent()) {
            SessionPages.failed(request, AuthorizationError.textKey(error.get()));
        } else {
            exchange(request, attempt.get());
        }
    }

    private void exchange(RequestContext request, SignInAttempt attempt) {
        Optional<VerifiedSignIn> signedIn = secret(request, "code")
                .flatMap(code ->
                        IssuerCalls.call(() -> provider.exchange(attempt, code, request.queryParameter("iss"))));
        if (signedIn.isEmpty()) {
            SessionPages.failed(request, "refused");
            return;
        }
        sessions.begin(request, signedIn.get().user(), signedIn.get().profile());
        request.redirect(paths.of(attempt.continueAt().toString()));
    }

    private static Optional<Secret> secret(RequestContext request, String name) {
        try {
            return request.queryParameter(name).map(Secret::new);
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
