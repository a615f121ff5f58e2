package io.omnibridge.adapters.providers.connectors.notion;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.text.ItemTexts;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.MissingTextReason;
import io.omnibridge.domain.use.UseFailure;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Plans the reading of a page as Markdown. An id does not say whether it is a page's: where Notion knows no such page, it is looked
 * for among the data sources, which have rows and no text.
 */
final class NotionText {

    /** What Notion answers if the id is one of something else. */
    private static final Set<Integer> NO_PAGE = Set.of(400, 404);

    private NotionText() {}

    static ReadPlan<ItemContent> plan(String id) {
        return new ReadPlan.Reads<>(
                List.of(
                        ApiReads.of("/v1/pages").segment(id).get(),
                        ApiReads.of("/v1/pages").segment(id).then("/markdown").get()),
                results -> isNoPage(results.get(0))
                        ? dataSource(id)
                        : ReadResults.json(results.get(0), item(found -> withText(found, results.get(1)))));
    }

    private static boolean isNoPage(ReadResult result) {
        return result instanceof ReadResult.Response response && NO_PAGE.contains(response.status());
    }

    private static ReadPlan<ItemContent> dataSource(String id) {
        return ReadResults.json(
                ApiReads.of("/v1/data_sources").segment(id).get(),
                item(found -> new ReadPlan.Done<>(
                        new ItemContent(found, new ItemText.Missing(MissingTextReason.NOT_SUPPORTED), false))));
    }

    private static Function<JsonNode, ReadPlan<ItemContent>> item(Function<FoundItem, ReadPlan<ItemContent>> then) {
        return object -> NotionObject.item(object).map(then).orElseGet(() -> ReadResults.failed(UseFailure.NOT_FOUND));
    }

    private static ReadPlan<ItemContent> withText(FoundItem item, ReadResult markdown) {
        return ReadResults.json(markdown, page -> {
            boolean isCut = page.path("truncated").asBoolean();
            return new ReadPlan.Done<>(new ItemContent(
                    item,
                    text(ResponseFields.text(page, "/markdown").orElse(""), isCut),
                    isCut || !page.path("unknown_block_ids").isEmpty()));
        });
    }

    private static ItemText text(String markdown, boolean isCut) {
        return ItemTexts.plain(markdown) instanceof ItemText.Present present
                ? new ItemText.Present(
                        present.text(),
                        present.isTruncated() || isCut,
                        present.hiddenTextRemoved(),
                        present.linksRemoved())
                : new ItemText.Missing(MissingTextReason.NO_TEXT);
    }
}
