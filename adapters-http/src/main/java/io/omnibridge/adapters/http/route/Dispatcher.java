package io.omnibridge.adapters.http.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.server.RequestAttributes;
import io.omnibridge.application.access.Authorize;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Passes each request to its route. A guarded route's handler runs only after the caller is authenticated, its scope is
 * checked, and the query is valid, in this order.
 */
public final class Dispatcher {

    private final Authenticator authenticator;
    private final Authorize authorize;
    private final LeaseTokens leaseTokens;

    /** @param leaseTokens reads the lease tokens that data routes accept */
    public Dispatcher(Authenticator authenticator, Authorize authorize, LeaseTokens leaseTokens) {
        this.authenticator = authenticator;
        this.authorize = authorize;
        this.leaseTokens = leaseTokens;
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
            Caller caller = authenticator.authenticate(context.req());
            requirePermission(caller, guarded.permission(), Challenge.SERVICE, context);
            guarded.handler().handle(caller, request(route, context));
        } else if (route instanceof Route.Data data) {
            data.handler().handle(dataCaller(context), request(route, context));
        } else if (route instanceof Route.Agent agent) {
            agent.access().requireOwnOrigin(context.req());
            agent.handler().handle(agentCaller(agent.access(), context), request(route, context));
        } else if (route instanceof Route.Open open) {
            open.handler().handle(request(route, context));
        } else if (route instanceof Route.Callback callback) {
            HtmlResponses.prepare(context);
            String query = context.req().getQueryString();
            callback.handler()
                    .handle(new RequestContext(context, QueryParameters.readKnown(query, callback.queryParameters())));
        }
    }

    private void requirePermission(Caller caller, Permission permission, Challenge challenge, Context context) {
        if (!authorize.allows(caller, permission, RequestContext.requestId(context))) {
            throw challenge.insufficientScope(permission.scope());
        }
    }

    private DataCaller dataCaller(Context context) {
        return leased(context)
                .orElseGet(() -> reader(authenticator.authenticate(context.req()), Challenge.SERVICE, context));
    }

    private DataCaller agentCaller(AgentAccess access, Context context) {
        return leased(context)
                .orElseGet(() ->
                        reader(authenticator.authenticate(context.req(), access), access.challenge(), context));
    }

    private Optional<DataCaller> leased(Context context) {
        return authenticator.bearerToken(context.req()).flatMap(leaseTokens::read);
    }

    private DataCaller reader(Caller caller, Challenge challenge, Context context) {
        requirePermission(caller, Permission.READ_DATA, challenge, context);
        return new DataCaller(caller, Optional.empty());
    }

    /** Returns the handler of HEAD. A callback changes state, so its handler does not run for HEAD (RFC 9110 §9.2.1). */
    private static Handler headHandler(Route route, Handler getHandler) {
        return route instanceof Route.Callback
                ? context -> {
                    context.req().setAttribute(RequestAttributes.ROUTE, route.template());
                    HtmlResponses.prepare(context);
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
