package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.route.SearchProblems;
import io.omnibridge.application.search.ReadItem;
import io.omnibridge.application.search.ReadItemResult;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseVia;
import java.util.Optional;
import java.util.Set;

/** Tool {@code fetch}: its document has the members that ChatGPT's connectors expect. */
record FetchTool(ReadItem readItem) implements Tool {

    @Override
    public String name() {
        return "fetch";
    }

    @Override
    public Optional<UseKind> kind() {
        return Optional.of(UseKind.ITEM);
    }

    @Override
    public ObjectNode call(McpCaller caller, ToolArguments arguments) {
        String id = arguments.requireKnown(Set.of("id")).text("id", it -> it);
        ReadItemResult result = readItem.read(caller.caller(), id, UseVia.MCP, caller.requestId());
        if (!(result instanceof ReadItemResult.Read read)) {
            throw ToolFault.of(SearchProblems.of(result));
        }
        return FetchedDocument.of(id, read);
    }
}
