package io.omnibridge.adapters.providers.connectors.gmail;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.text.ItemTexts;
import io.omnibridge.adapters.providers.connectors.text.TextBytes;
import io.omnibridge.domain.search.ItemText;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Text of a mail: of its parts that a mail program shows, each from HTML where there is HTML.
 *
 * @param isPartial whether a part is kept apart from the mail, or cannot be decoded
 */
record MailText(ItemText text, boolean isPartial) {

    static MailText of(JsonNode payload) {
        List<JsonNode> parts = MimeParts.shown(payload);
        List<Optional<ItemText>> texts = parts.stream().map(MailText::text).toList();
        return new MailText(
                ItemTexts.join(texts.stream().flatMap(Optional::stream).toList()),
                texts.stream().anyMatch(Optional::isEmpty));
    }

    private static Optional<ItemText> text(JsonNode part) {
        if (part.at("/body/attachmentId").isTextual()) {
            return Optional.empty();
        }
        return decoded(ResponseFields.text(part, "/body/data").orElse(""))
                .map(bytes -> TextBytes.decode(bytes, GmailMessage.header(part, "Content-Type")))
                .map(text -> MimeParts.isHtml(part) ? ItemTexts.html(text) : ItemTexts.plain(text));
    }

    private static Optional<byte[]> decoded(String base64url) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(base64url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
