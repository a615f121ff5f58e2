package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.view.ResourceMetadataView;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The document that tells OAuth clients who issues tokens for the route of agents (RFC 9728). It stands at the place for that route, and
 * at the place for the whole host, where older clients look.
 */
public final class ResourceMetadataRoutes {

    private final AgentAccess access;
    private final String issuer;

    /** @param issuer the one issuer of JWTs */
    public ResourceMetadataRoutes(AgentAccess access, String issuer) {
        this.access = Objects.requireNonNull(access);
        this.issuer = Objects.requireNonNull(issuer);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Open(HandlerType.GET, AgentAccess.METADATA, Set.of(), this::show),
                new Route.Open(HandlerType.GET, AgentAccess.METADATA + "/mcp", Set.of(), this::show));
    }

    private void show(RequestContext request) {
        String resource = access.audience()
                .filter(it -> access.hasMetadata())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "No issuer gives OAuth clients tokens for this service."));
        request.respond(200, new ResourceMetadataView(resource, issuer));
    }
}
