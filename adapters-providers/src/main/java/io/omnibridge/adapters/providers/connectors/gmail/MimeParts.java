package io.omnibridge.adapters.providers.connectors.gmail;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Walks the tree of a mail's parts (RFC 2046 §5.1). */
final class MimeParts {

    /** Deeper trees are made to take time. */
    private static final int MAX_DEPTH = 50;

    private MimeParts() {}

    /**
     * Returns the parts that a mail program shows as text, in order: of alternatives the last one with HTML, else the last one with
     * text; of related parts the first; no attachments and no mails inside.
     */
    static List<JsonNode> shown(JsonNode part) {
        return shown(part, 0);
    }

    static boolean isHtml(JsonNode part) {
        return type(part).equals("text/html");
    }

    private static List<JsonNode> shown(JsonNode part, int depth) {
        String type = type(part);
        if (depth > MAX_DEPTH || isAttachment(part)) {
            return List.of();
        }
        if (!type.startsWith("multipart/")) {
            return type.equals("text/html") || type.equals("text/plain") ? List.of(part) : List.of();
        }
        List<List<JsonNode>> inside = new ArrayList<>();
        part.path("parts").forEach(it -> inside.add(shown(it, depth + 1)));
        inside.removeIf(List::isEmpty);
        if (inside.isEmpty()) {
            return List.of();
        }
        return switch (type) {
            case "multipart/alternative" -> best(inside);
            case "multipart/related" -> inside.get(0);
            default -> inside.stream().flatMap(List::stream).toList();
        };
    }

    private static List<JsonNode> best(List<List<JsonNode>> alternatives) {
        List<List<JsonNode>> withHtml = alternatives.stream()
                .filter(it -> it.stream().anyMatch(MimeParts::isHtml))
                .toList();
        List<List<JsonNode>> candidates = withHtml.isEmpty() ? alternatives : withHtml;
        return candidates.get(candidates.size() - 1);
    }

    private static boolean isAttachment(JsonNode part) {
        return ResponseFields.text(part, "/filename").isPresent()
                || GmailMessage.header(part, "Content-Disposition")
                        .filter(it -> it.strip().toLowerCase(Locale.ROOT).startsWith("attachment"))
                        .isPresent();
    }

    private static String type(JsonNode part) {
        return ResponseFields.text(part, "/mimeType").orElse("").toLowerCase(Locale.ROOT);
    }
}
