package io.omnibridge.adapters.providers.connectors.onedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.GraphPages;
import io.omnibridge.adapters.providers.connectors.JsonLists;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.SearchPlans;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import java.util.Set;

/**
 * Connector of OneDrive: files and folders of the user's own drive, by name, metadata and content. Sites and other people's drives are
 * not searched.
 */
public final class OnedriveConnector implements Connector {

    @Override
    public Source source() {
        return Source.ONEDRIVE;
    }

    @Override
    public Set<String> scopes() {
        return Set.of("Files.Read", "Files.Read.All", "Files.ReadWrite", "Files.ReadWrite.All");
    }

    @Override
    public ReadPlan<SourcePage> search(SourceQuery query, Scopes granted) {
        return OnedriveQuery.of(query.query())
                .map(words -> ReadResults.json(
                        GraphPages.at(query.cursor(), search(words))
                                .with("$top", query.limit())
                                .with("$select", OnedriveFile.FIELDS)
                                .get(),
                        list -> new ReadPlan.Done<>(page(list))))
                .orElseGet(SearchPlans::nothingFound);
    }

    private static ApiReads search(String words) {
        return ApiReads.of("/v1.0/me/drive/root")
                .then("/search(q='")
                .value(words)
                .then("')");
    }

    private static SourcePage page(JsonNode list) {
        return new SourcePage(JsonLists.required(list, "/value", OnedriveFile::item), GraphPages.next(list), false);
    }

    @Override
    public ReadPlan<ItemContent> item(String id, Scopes granted) {
        return ReadResults.json(
                ApiReads.of("/v1.0/me/drive/items")
                        .segment(id)
                        .with("$select", OnedriveFile.FIELDS)
                        .get(),
                file -> OnedriveFile.item(file)
                        .map(item -> OnedriveText.plan(item, file.path("size").asLong()))
                        .orElseGet(() -> ReadResults.failed(UseFailure.PROVIDER_ERROR)));
    }
}
