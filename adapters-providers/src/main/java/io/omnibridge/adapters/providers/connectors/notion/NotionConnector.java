package io.omnibridge.adapters.providers.connectors.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.JsonLists;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.SearchPlans;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import java.util.List;
import java.util.Set;

/**
 * Connector of Notion: pages and data sources by their titles. Notion's API does not search what pages contain. Its query has no
 * operators, and is a value in a JSON document.
 */
public final class NotionConnector implements Connector {

    @Override
    public Source source() {
        return Source.NOTION;
    }

    /** Returns nothing: Notion has capabilities in place of scopes. */
    @Override
    public Set<String> scopes() {
        return Set.of();
    }

    @Override
    public ReadPlan<SourcePage> search(SourceQuery query, Scopes granted) {
        return SearchPlans.byWords(query, words -> search(words, query));
    }

    private static ReadPlan<SourcePage> search(List<String> words, SourceQuery query) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("query", String.join(" ", words))
                .put("page_size", query.limit());
        query.cursor().ifPresent(cursor -> body.put("start_cursor", cursor));
        return ReadResults.json(
                ApiReads.of("/v1/search").post(body.toString()), list -> new ReadPlan.Done<>(page(list)));
    }

    private static SourcePage page(JsonNode list) {
        return new SourcePage(
                JsonLists.required(list, "/results", NotionObject::item),
                ResponseFields.text(list, "/next_cursor")
                        .filter(it -> list.path("has_more").asBoolean()),
                list.at("/request_status/type").asText().equals("incomplete"));
    }

    @Override
    public ReadPlan<ItemContent> item(String id, Scopes granted) {
        return NotionText.plan(id);
    }
}
