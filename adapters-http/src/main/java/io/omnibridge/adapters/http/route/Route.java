package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.util.Set;

/**
 * One route. A {@link Guarded} route requires a verified caller, and a {@link Data} route one who may read data, by a JWT or by a
 * lease. A {@link Page} requires a browser whose user signed in. The other kinds require none: {@link Open} routes serve every client,
 * {@link OpenPage} every browser, and {@link Callback} routes serve browsers that a provider redirected.
 */
public sealed interface Route {

    HandlerType method();

    /** Returns the path with its parameters in braces, such as {@code /accounts/{provider}}. */
    String template();

    /**
     * Returns the allowed query parameters. A {@link Callback} route ignores others, and a {@link Data} route with
     * {@link #ANY_PARAMETERS} reads the query itself; otherwise others are rejected.
     */
    Set<String> queryParameters();

    /** Returns those of the allowed query parameters that a query may repeat. */
    default Set<String> repeatableParameters() {
        return Set.of();
    }

    /** Route for verified callers with {@code permission}. */
    record Guarded(
            HandlerType method,
            String template,
            Set<String> queryParameters,
            Permission permission,
            GuardedHandler handler)
            implements Route {}

    /** Stands for all query parameters of a {@link Data} route. */
    Set<String> ANY_PARAMETERS = Set.of("*");

    /** Route to the users' data, for callers with {@link Permission#READ_DATA}. Only these and {@link Agent} routes look at lease tokens. */
    record Data(
            HandlerType method,
            String template,
            Set<String> queryParameters,
            Set<String> repeatableParameters,
            DataHandler handler)
            implements Route {

        /** Creates a route that has no query parameter which may be repeated. */
        Data(HandlerType method, String template, Set<String> queryParameters, DataHandler handler) {
            this(method, template, queryParameters, Set.of(), handler);
        }
    }

    /** Route of agents: like {@link Data}, and also for tokens that were issued for it alone. Its method is POST. */
    record Agent(String template, AgentAccess access, DataHandler handler) implements Route {

        @Override
        public HandlerType method() {
            return HandlerType.POST;
        }

        @Override
        public Set<String> queryParameters() {
            return Set.of();
        }
    }

    /** Route for every client, without authentication. */
    record Open(HandlerType method, String template, Set<String> queryParameters, OpenHandler handler)
            implements Route {}

    /**
     * Redirect URI, to which a provider sends browsers. Its responses are pages, errors included. It ignores unknown query
     * parameters, because providers add their own. GET changes state here, so HEAD does not run the handler.
     */
    record Callback(String template, Set<String> queryParameters, OpenHandler handler) implements Route {
        @Override
        public HandlerType method() {
            return HandlerType.GET;
        }
    }

    /**
     * Page for a user who signed in. A browser without a session is redirected to the sign-in. Its method is GET, or POST for a form:
     * the handler of a form runs only if one of the session's own pages sent it.
     */
    record Page(
            HandlerType method,
            String template,
            Set<String> queryParameters,
            PageSessions sessions,
            PageHandler handler)
            implements Route {

        /** @throws IllegalArgumentException if the path is not below that of pages: no other route reads a cookie */
        public Page {
            if (!template.startsWith("/ui/")) {
                throw new IllegalArgumentException("a page with a session must be below /ui/");
            }
        }
    }

    /** Page for every browser. Its responses are pages, errors included. */
    record OpenPage(HandlerType method, String template, Set<String> queryParameters, OpenHandler handler)
            implements Route {}

    /** Handles a request of a verified caller. */
    @FunctionalInterface
    interface GuardedHandler {
        void handle(Caller caller, RequestContext request);
    }

    /** Handles a request of a caller who may read data. */
    @FunctionalInterface
    interface DataHandler {
        void handle(DataCaller caller, RequestContext request);
    }

    /** Handles a request without a caller. */
    @FunctionalInterface
    interface OpenHandler {
        void handle(RequestContext request);
    }
}
