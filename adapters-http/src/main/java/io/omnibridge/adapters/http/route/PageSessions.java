package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.session.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Finds out who uses a page. Only pages and the callback look at cookies, and pages look at nothing else: a bearer token opens no page,
 * and a cookie opens no other route. Thread-safe.
 */
public interface PageSessions {

    /**
     * Returns the session of the browser; empty if it has none that is live.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not tell whether the user signed out
     */
    Optional<Session> find(HttpServletRequest request);

    /**
     * Returns whether the browser has a session that has not expired, and that a sign-out ended.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable as {@link #find}
     */
    boolean isSignedOut(HttpServletRequest request);

    /** Returns the session's user as the caller of use cases, who may do everything that pages do. */
    Caller caller(Session session);

    /** Returns a token for a form of the session's pages, without which the form has no effect. */
    String formToken(Session session);

    /**
     * Checks that one of the session's own pages sent the form.
     *
     * @param formToken empty if the form has none
     * @throws io.omnibridge.adapters.http.problem.ProblemException 403 if another site sent it, or it was not made for this session
     */
    void requireOwnForm(HttpServletRequest request, Session session, Optional<String> formToken);

    /** Returns the paths of the pages. */
    PagePaths paths();
}
