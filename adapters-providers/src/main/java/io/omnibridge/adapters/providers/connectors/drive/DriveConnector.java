package io.omnibridge.adapters.providers.connectors.drive;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.SearchPlans;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Connector of Google Drive: files whose name, description or content has all the words. What is in the bin is not searched. */
public final class DriveConnector implements Connector {

    @Override
    public Source source() {
        return Source.DRIVE;
    }

    @Override
    public Set<String> scopes() {
        return Set.of();
    }

    @Override
    public ReadPlan<SourcePage> search(SourceQuery query, Scopes granted) {
        return SearchPlans.byWords(query, words -> search(words, query));
    }

    private static ReadPlan<SourcePage> search(List<String> words, SourceQuery query) {
        return ReadResults.json(
                ApiReads.of("/drive/v3/files")
                        .with("q", DriveQuery.of(words))
                        .with("pageSize", query.limit())
                        .with("includeItemsFromAllDrives", "true")
                        .with("supportsAllDrives", "true")
                        .with("fields", "nextPageToken,incompleteSearch,files(" + DriveFile.FIELDS + ")")
                        .with("pageToken", query.cursor())
                        .get(),
                list -> new ReadPlan.Done<>(page(list)));
    }

    private static SourcePage page(JsonNode list) {
        List<FoundItem> items = new ArrayList<>();
        list.path("files").forEach(file -> DriveFile.item(file).ifPresent(items::add));
        return new SourcePage(
                items,
                ResponseFields.text(list, "/nextPageToken"),
                list.path("incompleteSearch").asBoolean());
    }

    @Override
    public ReadPlan<ItemContent> item(String id, Scopes granted) {
        return ReadResults.json(
                ApiReads.of("/drive/v3/files")
                        .segment(id)
                        .with("fields", DriveFile.FIELDS)
                        .with("supportsAllDrives", "true")
                        .get(),
                file -> {
                    Optional<FoundItem> item = DriveFile.item(file);
                    return item.isPresent()
                            ? DriveText.of(item.get(), file.path("size").asLong())
                            : ReadResults.failed(UseFailure.PROVIDER_ERROR);
                });
    }
}
