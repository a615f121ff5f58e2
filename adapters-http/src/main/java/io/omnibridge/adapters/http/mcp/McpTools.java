package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.application.search.ListSources;
import io.omnibridge.application.search.ReadItem;
import io.omnibridge.application.search.Search;
import io.omnibridge.application.use.UsePermission;
import io.omnibridge.domain.use.UseKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The tools, in the order of their listing. Thread-safe. */
public final class McpTools {

    private final List<Tool> tools;

    public McpTools(Search search, ReadItem readItem, ListSources listSources, UsePermission usePermission) {
        this.tools = List.of(
                new SearchTool(search),
                new FetchTool(readItem),
                new ListSourcesTool(listSources),
                new ReadApiTool(usePermission));
    }

    /** Returns the definitions of the tools that a caller may use. */
    ArrayNode list(Set<UseKind> kinds, Map<String, ObjectNode> definitions) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        tools.stream()
                .filter(tool -> tool.kind().map(kinds::contains).orElse(true))
                .forEach(tool -> list.add(Objects.requireNonNull(definitions.get(tool.name()))));
        return list;
    }

    /** Finds a tool, whether the caller may use it or not. */
    Optional<Tool> find(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }
}
