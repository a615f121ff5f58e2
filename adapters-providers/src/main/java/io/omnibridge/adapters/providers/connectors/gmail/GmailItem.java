package io.omnibridge.adapters.providers.connectors.gmail;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.MissingTextReason;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.util.List;
import java.util.function.BiFunction;

/** Plans the reading of one mail. Of one that is too large, the fields are read alone. */
record GmailItem(String id) {

    ReadPlan<ItemContent> read(ApiRequest full) {
        return new ReadPlan.Reads<>(List.of(full), results -> read(results.get(0)));
    }

    private ReadPlan<ItemContent> read(ReadResult result) {
        return result instanceof ReadResult.Failed failed && failed.reason() == UseFailure.RESPONSE_TOO_LARGE
                ? ReadResults.json(
                        GmailConnector.metadata(id),
                        message -> content(
                                message,
                                (item, payload) -> new ItemContent(
                                        item, new ItemText.Missing(MissingTextReason.TOO_LARGE), false)))
                : ReadResults.json(result, message -> content(message, GmailItem::text));
    }

    private static ItemContent text(FoundItem item, JsonNode payload) {
        MailText text = MailText.of(payload);
        return new ItemContent(item, text.text(), text.isPartial());
    }

    private static ReadPlan<ItemContent> content(
            JsonNode message, BiFunction<FoundItem, JsonNode, ItemContent> content) {
        return GmailMessage.item(message)
                .<ReadPlan<ItemContent>>map(item -> new ReadPlan.Done<>(content.apply(item, message.path("payload"))))
                .orElseGet(() -> ReadResults.failed(UseFailure.PROVIDER_ERROR));
    }
}
