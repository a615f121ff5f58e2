package io.omnibridge.adapters.http.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.server.RequestAttributes;
import io.omnibridge.application.access.Authorize;
import io.omnibridge.domain.identity.Caller;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Passes each request to its route. A guarded route's handler runs only after the caller is authenticated, its scope is
 * checked, and the query is valid, in this order.
 */
public final class Dispatcher {

    private final RouteCallers callers;

    /** @param leaseTokens reads the lease tokens that data routes accept */
    public Dispatcher(Authenticator authenticator, Authorize authorize, LeaseTokens leaseTokens) {
        this.callers = new RouteCallers(authenticator, authorize, leaseTokens);
    }

    /** Registers {@code routes}, HEAD for every GET, and OPTIONS for every path. */
    public void register(List<Route> routes, RoutesConfig config) {
        Map<String, TreeSet<String>> methods = new TreeMap<>();
        for (Route route : routes) {
            Handler handler = context -> dispatch(route, context);
            config.addHttpHandler(route.method(), route.template(), handler);
            TreeSet<String> allowed = methods.computeIfAbsent(route.template(), template -> new TreeSet<>());
            allowed.add(route.method().name());
            allowed.add(HandlerType.OPTIONS.name());
            if (route.method().equals(HandlerType.GET)) {
                config.addHttpHandler(HandlerType.HEAD, route.template(), headHandler(route, handler));
                allowed.add(HandlerType.HEAD.name());
            }
        }
        methods.forEach((template, allowed) ->
                config.addHttpHandler(HandlerType.OPTIONS, template, options(template, String.join(", ", allowed))));
    }

    private void dispatch(Route route, Context context) {
        context.req().setAttribute(RequestAttributes.ROUTE, route.template());
        if (route instanceof Route.Guarded guarded) {
            Caller caller = callers.ofGuarded(guarded.permission(), context);
            guarded.handler().handle(caller, request(route, context));
        } else if (route instanceof Route.Data data) {
            data.handler().handle(callers.ofData(context), request(route, context));
        } else if (route instanceof Route.Agent agent) {
            agent.access().requireOwnOrigin(context.req());
            agent.handler().handle(callers.ofAgents(agent.access(), context), request(route, context));
        } else if (route instanceof Route.Open open) {
            open.handler().handle(request(route, context));
        } else if (route instanceof Route.Page page) {
            PageResponses.prepare(context);
            PageRequests.dispatch(page, request(route, context));
        } else if (route instanceof Route.OpenPage page) {
            PageResponses.prepare(context);
            page.handler().handle(request(route, context));
        } else if (route instanceof Route.Callback callback) {
            PageResponses.prepareForSecretAddress(context);
            String query = context.req().getQueryString();
            callback.handler()
                    .handle(new RequestContext(context, QueryParameters.readKnown(query, callback.queryParameters())));
        }
    }

    /** Returns the handler of HEAD. A callback changes state, so its handler does not run for HEAD (RFC 9110 §9.2.1). */
    private static Handler headHandler(Route route, Handler getHandler) {
        return route instanceof Route.Callback
                ? context -> {
                    context.req().setAttribute(RequestAttributes.ROUTE, route.template());
                    PageResponses.prepareForSecretAddress(context);
                }
                : getHandler;
    }

    private static RequestContext request(Route route, Context context) {
        return new RequestContext(
                context,
                route.queryParameters().equals(Route.ANY_PARAMETERS)
                        ? QueryValues.NONE
                        : QueryParameters.read(
                                context.req().getQueryString(), route.queryParameters(), route.repeatableParameters()));
    }

    private static Handler options(String template, String allow) {
        return context -> {
            context.req().setAttribute(RequestAttributes.ROUTE, template);
            context.header("Allow", allow);
            new RequestContext(context, QueryValues.NONE).respondNoContent();
        };
    }
}
