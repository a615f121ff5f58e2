package io.omnibridge.adapters.providers.connectors.gmail;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.Identities;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemType;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Reads a mail as {@code messages.get} describes it. */
final class GmailMessage {

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private static final Pattern MILLISECONDS = Pattern.compile("\\d{1,15}");

    private GmailMessage() {}

    /** Returns whether Gmail can have such an id. */
    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    static Optional<FoundItem> item(JsonNode message) {
        return ResponseFields.text(message, "/id")
                .filter(GmailMessage::isId)
                .map(id -> new FoundItem(
                        id,
                        ItemType.MAIL,
                        header(message.path("payload"), "Subject").orElse(""),
                        ResponseFields.text(message, "/snippet").map(it -> Parser.unescapeEntities(it, false)),
                        Optional.of(URI.create("https://mail.google.com/mail/u/0/#all/" + id)),
                        header(message.path("payload"), "From"),
                        ResponseFields.text(message, "/internalDate")
                                .filter(it -> MILLISECONDS.matcher(it).matches())
                                .map(it -> Instant.ofEpochMilli(Long.parseLong(it))),
                        Optional.of("message/rfc822"),
                        Identities.mail(header(message.path("payload"), "Message-ID"))));
    }

    /** Returns the first header of that name of a part. */
    static Optional<String> header(JsonNode part, String name) {
        for (JsonNode header : part.path("headers")) {
            if (ResponseFields.text(header, "/name")
                    .filter(name::equalsIgnoreCase)
                    .isPresent()) {
                return ResponseFields.text(header, "/value");
            }
        }
        return Optional.empty();
    }
}
