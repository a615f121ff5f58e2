package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.route.PagePaths;
import io.omnibridge.adapters.http.route.PageSessions;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.session.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Sessions that are sealed cookies. Each lives for an hour, and ends earlier when its user signs out anywhere. Thread-safe. */
public final class BrowserSessions implements PageSessions {

    private final SessionCookie cookie;
    private final CsrfProtection csrf;
    private final SignOuts signOuts;
    private final ClientId client;
    private final PagePaths paths;

    /** @param client the client that the audit log names for actions of pages */
    public BrowserSessions(
            SessionCookie cookie, CsrfProtection csrf, SignOuts signOuts, ClientId client, PagePaths paths) {
        this.cookie = Objects.requireNonNull(cookie);
        this.csrf = Objects.requireNonNull(csrf);
        this.signOuts = Objects.requireNonNull(signOuts);
        this.client = Objects.requireNonNull(client);
        this.paths = Objects.requireNonNull(paths);
    }

    @Override
    public Optional<Session> find(HttpServletRequest request) {
        return cookie.find(request).filter(this::isAfterLastSignOut);
    }

    @Override
    public boolean isSignedOut(HttpServletRequest request) {
        return cookie.find(request)
                .filter(session -> !isAfterLastSignOut(session))
                .isPresent();
    }

    private boolean isAfterLastSignOut(Session session) {
        return signOuts.lastOf(session.user()).stream().allMatch(session.signedInAt()::isAfter);
    }

    @Override
    public Caller caller(Session session) {
        return new Caller(
                session.user(), Optional.of(client), Set.of(Permission.values()), Optional.of(session.signedInAt()));
    }

    @Override
    public String formToken(Session session) {
        return csrf.token(session);
    }

    @Override
    public void requireOwnForm(HttpServletRequest request, Session session, Optional<String> formToken) {
        csrf.requireFormOf(session, request, formToken);
    }

    @Override
    public PagePaths paths() {
        return paths;
    }
}
