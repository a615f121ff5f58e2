package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.application.access.Permission;
import io.omnibridge.domain.identity.Caller;
import java.util.Set;

/** One route. It is either guarded, and then its handler gets a verified caller, or deliberately open to everybody. */
public sealed interface Route {

    HandlerType method();

    /** The path with its parameters in braces. */
    String template();

    /** The query parameters that it knows; any other is refused. */
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

    /** Answers a verified caller. */
    @FunctionalInterface
    interface GuardedHandler {
        void handle(Caller caller, Exchange exchange);
    }

    /** Answers anybody. */
    @FunctionalInterface
    interface OpenHandler {
        void handle(Exchange exchange);
    }
}
