package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.session.Session;

/** Handles a request of a user who signed in. */
@FunctionalInterface
public interface PageHandler {
    void handle(Session session, RequestContext request);
}
