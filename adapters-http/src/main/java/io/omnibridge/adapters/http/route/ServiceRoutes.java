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

/** The routes about the service itself. They are the only ones that are open to everybody, and know of no user. */
public final class ServiceRoutes {

    private static final String CONTRACT = "/openapi.yaml";

    private final CheckReadiness checkReadiness;
    private final byte[] contract;

    public ServiceRoutes(CheckReadiness checkReadiness) {
        this.checkReadiness = checkReadiness;
        this.contract = readContract();
    }

    public List<Route> routes() {
        return List.of(
                new Route.Open(HandlerType.GET, "/healthz", Set.of(), this::healthz),
                new Route.Open(HandlerType.GET, "/readyz", Set.of(), this::readyz),
                new Route.Open(HandlerType.GET, CONTRACT, Set.of(), this::contract));
    }

    private void healthz(RequestContext request) {
        respondStatus(request, "alive");
    }

    private void readyz(RequestContext request) {
        if (!checkReadiness.isReady()) {
            throw new ProblemException(Problem.passing(ProblemCode.NOT_READY, "The service cannot serve now."));
        }
        respondStatus(request, "ready");
    }

    private void contract(RequestContext request) {
        request.respond(200, "application/yaml", contract);
    }

    private static void respondStatus(RequestContext request, String status) {
        request.respond(200, json -> {
            json.writeStartObject();
            json.writeStringField("status", status);
            json.writeEndObject();
        });
    }

    private static byte[] readContract() {
        try (InputStream in = ServiceRoutes.class.getResourceAsStream(CONTRACT)) {
            return Objects.requireNonNull(in, CONTRACT).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
