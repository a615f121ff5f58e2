package io.omnibridge.adapters.providers.connectors.gmail;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.Outcomes;
import io.omnibridge.application.port.ReadOutcome;
import io.omnibridge.application.port.ReadPlan;
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
        return new ReadPlan.Reads<>(List.of(full), outcomes -> read(outcomes.get(0)));
    }

    private ReadPlan<ItemContent> read(ReadOutcome outcome) {
        return outcome instanceof ReadOutcome.Failed failed && failed.reason() == UseFailure.RESPONSE_TOO_LARGE
                ? Outcomes.json(
                        GmailConnector.metadata(id),
                        message -> content(
                                message,
                                (item, payload) -> new ItemContent(
                                        item, new ItemText.Missing(MissingTextReason.TOO_LARGE), false)))
                : Outcomes.json(outcome, message -> content(message, GmailItem::text));
    }

    private static ItemContent text(FoundItem item, JsonNode payload) {
        MailText text = MailText.of(payload);
        return new ItemContent(item, text.text(), text.isPartial());
    }

    private static ReadPlan<ItemContent> content(
            JsonNode message, BiFunction<FoundItem, JsonNode, ItemContent> content) {
        return GmailMessage.item(message)
                .<ReadPlan<ItemContent>>map(item -> new ReadPlan.Done<>(content.apply(item, message.path("payload"))))
                .orElseGet(() -> Outcomes.failed(UseFailure.PROVIDER_ERROR));
    }
}
