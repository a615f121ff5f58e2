package io.omnibridge.adapters.providers.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.text.VisibleMarkdown;
import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.adapters.support.json.StrictJson;
import io.omnibridge.application.port.ReadResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Comments in the order of their times.
 *
 * @param isWhole whether all pages could be read
 */
record GithubComments(List<JsonNode> comments, boolean isWhole) {

    /** How many comments a page has. */
    static final int PAGE = 100;

    GithubComments {
        comments = comments.stream()
                .sorted(Comparator.comparing(it -> it.path("created_at").asText()))
                .toList();
    }

    static GithubComments of(List<ReadResult> pages) {
        List<JsonNode> comments = new ArrayList<>();
        boolean isWhole = true;
        for (ReadResult page : pages) {
            isWhole &= add(page, comments);
        }
        return new GithubComments(comments, isWhole);
    }

    private static boolean add(ReadResult page, List<JsonNode> comments) {
        if (!(page instanceof ReadResult.Response response) || !response.isSuccess()) {
            return false;
        }
        try {
            StrictJson.readForeignArray(response.bytes()).forEach(comments::add);
            return true;
        } catch (MalformedJson e) {
            return false;
        }
    }

    /** Returns the body of an issue with the comments behind it. */
    VisibleMarkdown below(JsonNode issue) {
        VisibleMarkdown body = body(issue);
        StringBuilder text = new StringBuilder(body.text());
        int removed = body.removed();
        for (JsonNode comment : comments) {
            VisibleMarkdown next = body(comment);
            text.append("\n\n---\n").append(heading(comment)).append("\n\n").append(next.text());
            removed += next.removed();
        }
        return new VisibleMarkdown(text.toString(), removed);
    }

    private static VisibleMarkdown body(JsonNode node) {
        return VisibleMarkdown.of(ResponseFields.text(node, "/body").orElse(""));
    }

    /** GitHub calls an author whose account is gone a ghost. */
    private static String heading(JsonNode comment) {
        return ResponseFields.text(comment, "/user/login").orElse("ghost") + ", "
                + ResponseFields.text(comment, "/created_at")
                        .or(() -> ResponseFields.text(comment, "/updated_at"))
                        .orElse("")
                + ":";
    }
}
