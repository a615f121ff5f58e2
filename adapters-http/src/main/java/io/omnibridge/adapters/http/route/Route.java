package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.application.access.Permission;
import io.omnibridge.domain.identity.Caller;
import java.util.Set;

/**
 * One route. It is either guarded, and then its handler gets a verified caller, or deliberately open: to everybody, or to the
 * browsers that a provider sends back.
 */
public sealed interface Route {

    HandlerType method();

    /** The path with its parameters in braces. */
    String template();

    /** The query parameters that it knows; any other is refused, except by a {@link Callback} route. */
    Set<String> queryParameters();

    /** Open to a verified caller with {@code permission}. */
    record Guarded(
            HandlerType method,
            String template,
            Set<String> queryParameters,
            Permission permission,
            GuardedHandler handler)
            implements Route {}

    /** Open to everybody. */
    record Open(HandlerType method, String template, Set<String> queryParameters, OpenHandler handler)
            implements Route {}

    /**
     * Where a provider sends browsers back to. It answers people: an error is a page too. What the provider adds to the query
     * is ignored, for no provider can be told not to. GET is not safe here (RFC 9110 §9.2.1): HEAD is answered without the handler.
     */
    record Callback(String template, Set<String> queryParameters, OpenHandler handler) implements Route {
        @Override
        public HandlerType method() {
            return HandlerType.GET;
        }
    }

    /** Answers a verified caller. */
    @FunctionalInterface
    interface GuardedHandler {
        void handle(Caller caller, RequestContext request);
    }

    /** Answers anybody. */
    @FunctionalInterface
    interface OpenHandler {
        void handle(RequestContext request);
    }
}
