package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.use.UseKind;
import java.util.Optional;

/** One tool. Implementations are thread-safe. */
interface Tool {

    /** Returns its name in {@code mcp.json}. */
    String name();

    /** Returns the kind of use that a call is; empty if it is none. */
    Optional<UseKind> kind();

    /**
     * Calls the tool.
     *
     * @return what the output schema of the tool says
     * @throws ToolFault if there is a fault that the model or a person can mend
     * @throws io.omnibridge.adapters.http.problem.ProblemException if the caller may use no tool, or no more
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond
     */
    ObjectNode call(McpCaller caller, ToolArguments arguments);
}
