package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.route.UseProblems;
import io.omnibridge.application.search.ListSources;
import io.omnibridge.application.search.ListSourcesResult;
import io.omnibridge.application.search.ListedSource;
import io.omnibridge.domain.use.UseKind;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tool {@code list_sources}. */
record ListSourcesTool(ListSources listSources) implements Tool {

    @Override
    public String name() {
        return "list_sources";
    }

    @Override
    public Optional<UseKind> kind() {
        return Optional.empty();
    }

    @Override
    public ObjectNode call(McpCaller caller, ToolArguments arguments) {
        arguments.requireKnown(Set.of());
        ListSourcesResult result = listSources.list(caller.caller());
        if (!(result instanceof ListSourcesResult.Listed listed)) {
            throw ToolFault.of(UseProblems.of(((ListSourcesResult.Refused) result).refusal()));
        }
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode sources = list.putArray("sources");
        listed.sources().forEach(source -> write(source, sources.addObject()));
        return list;
    }

    private static void write(ListedSource source, ObjectNode node) {
        TargetNodes.name(source.target(), node);
        source.label().ifPresent(label -> node.put("label", label.value()));
        node.put("state", JsonWriter.word(source.state()));
        if (!source.missingScopes().isEmpty()) {
            new TreeSet<>(source.missingScopes()).forEach(node.putArray("missing_scopes")::add);
        }
    }
}
