package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.view.ApisView;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.application.use.ListApis;
import io.omnibridge.application.use.ListApisResult;
import io.omnibridge.application.use.RequestedRead;
import io.omnibridge.application.use.UsePermission;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.application.use.UseResult;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseVia;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Routes of the read-only proxy: the providers' own APIs, as far as the catalogue lists reads of them. */
public final class ApiRoutes {

    private static final String READ = "/api/{provider}/{provider_account_id}/<path>";

    private final UsePermission usePermission;
    private final ListApis listApis;
    private final Locations locations;

    public ApiRoutes(UsePermission usePermission, ListApis listApis, Locations locations) {
        this.usePermission = Objects.requireNonNull(usePermission);
        this.listApis = Objects.requireNonNull(listApis);
        this.locations = Objects.requireNonNull(locations);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Data(HandlerType.GET, "/api/{provider}", Set.of(), this::list),
                new Route.Data(HandlerType.GET, READ, Route.ANY_PARAMETERS, this::read),
                new Route.Data(HandlerType.POST, READ, Route.ANY_PARAMETERS, this::read));
    }

    private void list(DataCaller caller, RequestContext request) {
        ProviderId provider = provider(request);
        ListApisResult result = listApis.list(caller, provider);
        if (result instanceof ListApisResult.Refused refused) {
            throw new ProblemException(UseProblems.of(refused.refusal(), provider));
        }
        if (!(result instanceof ListApisResult.Listed listed)) {
            throw new ProblemException(UseProblems.of(new UseRefusal.NotConfigured(false), provider));
        }
        request.respond(200, new ApisView(provider, listed.apis()));
    }

    private void read(DataCaller caller, RequestContext request) {
        ProviderId provider = provider(request);
        AccountInPath account = AccountInPath.of(request)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "The account does not exist."));
        ApiRequest read = ClientRequest.read(request, locations.ofApis(provider, account.id()));
        UseResult result = usePermission.read(
                caller, new RequestedRead(provider, account.id(), read, UseVia.HTTP, request.requestId()));
        if (!(result instanceof UseResult.Responded responded)) {
            throw new ProblemException(UseProblems.of(result, provider));
        }
        ApiReadResult.Response response = responded.response();
        request.respond(response.status(), ProxiedHeaders.of(provider, response.headers()), response.body());
    }

    private static ProviderId provider(RequestContext request) {
        return request.pathParameter("provider", ProviderId::new)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "No provider has such a name; GET /providers lists those that there are."));
    }
}
