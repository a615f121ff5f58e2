package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.route.AgentAccess;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.route.UseProblems;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.use.AdmitResult;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.application.use.UseSources;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Route of the Model Context Protocol: one message in, one out. Stateless, so any node takes any message. */
public final class McpRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(McpRoutes.class);

    private final AgentAccess access;
    private final UseSources useSources;
    private final Methods methods;

    /** @param useSources looks at the caller's lease */
    public McpRoutes(AgentAccess access, UseSources useSources, McpTools tools) {
        this.access = Objects.requireNonNull(access);
        this.useSources = Objects.requireNonNull(useSources);
        this.methods = new Methods(McpDocument.load(), tools);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route.Agent("/mcp", access, this::receive));
    }

    private void receive(DataCaller caller, RequestContext request) {
        try {
            McpMessage message = McpMessage.read(request.jsonBytes());
            respond(caller, message, request);
        } catch (McpError e) {
            respond(e, request);
        }
    }

    private void respond(DataCaller caller, McpMessage message, RequestContext request) {
        try {
            McpCaller admitted = admitted(caller, request);
            if (message.isNotification()) {
                request.respondAccepted();
                return;
            }
            ProtocolGeneration generation = ProtocolVersionCheck.of(request.servletRequest(), message);
            ObjectNode response = response(message.id());
            response.set("result", methods.result(generation, admitted, message));
            respond(200, response, request);
        } catch (McpError e) {
            throw e.of(message.id());
        } catch (StoreUnavailable e) {
            LOG.warn("store unavailable: {}", e.getMessage());
            request.header("Retry-After", "1");
            throw new McpError(503, ErrorCode.INTERNAL_ERROR, "The store did not respond in time; call again.")
                    .of(message.id());
        }
    }

    private McpCaller admitted(DataCaller caller, RequestContext request) {
        AdmitResult result = useSources.admitToList(caller);
        if (result instanceof AdmitResult.Refused refused) {
            throw new ProblemException(UseProblems.of(refused.refusal()));
        }
        return new McpCaller(caller, ((AdmitResult.Admitted) result).caller().kinds(), request.requestId());
    }

    private static void respond(McpError error, RequestContext request) {
        ObjectNode response = response(error.id());
        ObjectNode body = response.putObject("error");
        body.put("code", error.code().number()).put("message", error.sentence());
        error.data().ifPresent(data -> body.set("data", data));
        respond(error.status(), response, request);
    }

    private static ObjectNode response(Optional<JsonNode> id) {
        ObjectNode response = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        id.ifPresent(it -> response.set("id", it));
        return response;
    }

    private static void respond(int status, ObjectNode message, RequestContext request) {
        request.respond(status, "application/json", message.toString().getBytes(StandardCharsets.UTF_8));
    }
}
