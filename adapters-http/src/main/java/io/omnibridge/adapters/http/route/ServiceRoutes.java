package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.application.readiness.CheckReadiness;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Routes about the service itself: liveness, readiness and the API description. They need no token and read no user data. */
public final class ServiceRoutes {

    private static final String OPENAPI = "/openapi.yaml";

    private final CheckReadiness checkReadiness;
    private final byte[] openapi;

    public ServiceRoutes(CheckReadiness checkReadiness) {
        this.checkReadiness = checkReadiness;
        this.openapi = readOpenapi();
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Open(HandlerType.GET, "/healthz", Set.of(), this::healthz),
                new Route.Open(HandlerType.GET, "/readyz", Set.of(), this::readyz),
                new Route.Open(HandlerType.GET, OPENAPI, Set.of(), this::openapi));
    }

    private void healthz(RequestContext request) {
        respondStatus(request, "alive");
    }

    private void readyz(RequestContext request) {
        if (!checkReadiness.isReady()) {
            throw new ProblemException(Problem.temporary(ProblemCode.NOT_READY, "The service is not ready."));
        }
        respondStatus(request, "ready");
    }

    private void openapi(RequestContext request) {
        request.respond(200, "application/yaml", openapi);
    }

    private static void respondStatus(RequestContext request, String status) {
        request.respond(200, json -> {
            json.writeStartObject();
            json.writeStringField("status", status);
            json.writeEndObject();
        });
    }

    private static byte[] readOpenapi() {
        try (InputStream in = ServiceRoutes.class.getResourceAsStream(OPENAPI)) {
            return Objects.requireNonNull(in, OPENAPI).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
