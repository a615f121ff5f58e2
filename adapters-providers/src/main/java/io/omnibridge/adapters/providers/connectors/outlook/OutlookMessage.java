package io.omnibridge.adapters.providers.connectors.outlook;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.Identities;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.text.ItemTexts;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import io.omnibridge.domain.use.UseFailure;
import java.util.Optional;

/** Reads a message as Microsoft Graph describes it. */
final class OutlookMessage {

    /** The fields that make an item. */
    static final String FIELDS = "id,subject,bodyPreview,from,receivedDateTime,webLink,internetMessageId";

    private OutlookMessage() {}

    static Optional<FoundItem> item(JsonNode message) {
        return ResponseFields.text(message, "/id")
                .filter(id -> id.length() <= FoundItem.MAX_ID)
                .map(id -> new FoundItem(
                        id,
                        ItemType.MAIL,
                        ResponseFields.text(message, "/subject").orElse(""),
                        ResponseFields.text(message, "/bodyPreview"),
                        ResponseFields.url(message, "/webLink"),
                        author(message.at("/from/emailAddress")),
                        ResponseFields.time(message, "/receivedDateTime"),
                        Optional.empty(),
                        Identities.mail(ResponseFields.text(message, "/internetMessageId"))));
    }

    private static Optional<String> author(JsonNode emailAddress) {
        Optional<String> address = ResponseFields.text(emailAddress, "/address");
        return ResponseFields.text(emailAddress, "/name")
                .map(name -> address.filter(it -> !it.equals(name))
                        .map(it -> name + " <" + it + ">")
                        .orElse(name))
                .or(() -> address);
    }

    static ReadPlan<ItemContent> content(JsonNode message) {
        return item(message)
                .<ReadPlan<ItemContent>>map(
                        item -> new ReadPlan.Done<>(new ItemContent(item, text(message.path("body")), false)))
                .orElseGet(() -> ReadResults.failed(UseFailure.PROVIDER_ERROR));
    }

    private static ItemText text(JsonNode body) {
        String content = ResponseFields.text(body, "/content").orElse("");
        boolean isHtml = body.path("contentType").asText().equalsIgnoreCase("html");
        return isHtml ? ItemTexts.html(content) : ItemTexts.plain(content);
    }
}
