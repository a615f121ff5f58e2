package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Invented issues and pull requests as GitHub's API gives them: a search, one of them, and its comments. */
final class DemoGithub implements DemoArea {

    private static final Pattern ISSUE = Pattern.compile("/repos/([^/]+/[^/]+)/issues/([0-9]+)(/comments)?");

    /** Comments on lines of a change: there are none. */
    private static final Pattern LINE_COMMENTS = Pattern.compile("/repos/[^/]+/[^/]+/pulls/[0-9]+/comments");

    private final List<JsonNode> issues = DemoResources.array("issues.json");

    @Override
    public Optional<DemoResponse> respond(DemoCall call) {
        if (call.path().equals("/search/issues")) {
            return Optional.of(DemoResponse.ok(search(call)));
        }
        if (call.match(LINE_COMMENTS).isPresent()) {
            return Optional.of(DemoResponse.text("application/json", "[]\n"));
        }
        return call.match(ISSUE)
                .flatMap(path -> find(path)
                        .map(it -> path.group(3) == null
                                ? DemoResponse.ok(describe(it, DemoResponse.object()))
                                : comments(it)));
    }

    private Optional<JsonNode> find(Matcher path) {
        return issues.stream()
                .filter(it -> it.path("repository").asText().equals(path.group(1))
                        && it.path("number").asText().equals(path.group(2)))
                .findFirst();
    }

    private ObjectNode search(DemoCall call) {
        String query = call.parameter("q");
        String kind = query.contains("is:pull-request") || query.contains("is:pr") ? "pull" : "issue";
        List<String> words = DemoCall.words(query.replaceAll("is:[a-z-]+", " "));
        List<JsonNode> found = issues.stream()
                .filter(it -> it.path("kind").asText().equals(kind))
                .filter(it -> DemoCall.hasAll(
                        it.path("title").asText() + ' ' + it.path("body").asText(), words))
                .toList();
        int size = Math.max(1, call.number("per_page", 30));
        int offset = (call.number("page", 1) - 1) * size;
        ObjectNode response =
                DemoResponse.object().put("total_count", found.size()).put("incomplete_results", false);
        ArrayNode items = response.putArray("items");
        found.stream().skip(offset).limit(size).forEach(it -> describe(it, items.addObject()));
        return response;
    }

    private static ObjectNode describe(JsonNode issue, ObjectNode json) {
        String repository = issue.path("repository").asText();
        int number = issue.path("number").asInt();
        boolean isPull = issue.path("kind").asText().equals("pull");
        String url = "https://github.example/" + repository + (isPull ? "/pull/" : "/issues/") + number;
        json.put("id", number)
                .put("node_id", "DEMO_" + number)
                .put("number", number)
                .put("title", issue.path("title").asText())
                .put("body", issue.path("body").asText())
                .put("state", "open")
                .put("html_url", url)
                .put("repository_url", "https://api.github.example/repos/" + repository)
                .put("updated_at", issue.path("updated").asText())
                .put("comments", issue.path("comments").size());
        json.putObject("user").put("login", issue.path("by").asText());
        if (isPull) {
            json.putObject("pull_request").put("html_url", url);
        }
        return json;
    }

    private static DemoResponse comments(JsonNode issue) {
        ArrayNode comments = DemoResponse.object().arrayNode();
        int number = 0;
        for (JsonNode comment : issue.path("comments")) {
            ObjectNode json = comments.addObject()
                    .put("notice", DemoResponse.NOTICE)
                    .put("id", ++number)
                    .put("body", comment.asText())
                    .put("updated_at", issue.path("updated").asText());
            json.putObject("user").put("login", "ben");
        }
        return DemoResponse.text("application/json", comments + "\n");
    }
}
