package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.view.ProvidersView;
import io.omnibridge.application.connect.ListProviders;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.util.List;
import java.util.Set;

/** Route that lists the providers whose accounts a user can connect. */
public final class ProviderRoutes {

    private final ListProviders listProviders;

    public ProviderRoutes(ListProviders listProviders) {
        this.listProviders = listProviders;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Guarded(HandlerType.GET, "/providers", Set.of(), Permission.READ_ACCOUNTS, this::list));
    }

    private void list(Caller caller, RequestContext request) {
        request.respond(200, new ProvidersView(listProviders.list(caller)));
    }
}
