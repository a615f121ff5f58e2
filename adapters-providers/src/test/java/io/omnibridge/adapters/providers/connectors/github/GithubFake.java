package io.omnibridge.adapters.providers.connectors.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.adapters.providers.testing.StrictApis;
import java.util.stream.IntStream;

/** GitHub with one repository. Issues have odd numbers, and pull requests even ones. */
final class GithubFake extends ProviderFake {

    private static final String REPOSITORY = "/repos/ada/engine";

    private volatile int comments = 1;
    private volatile int commentsOnLines;
    private volatile boolean isIncomplete;
    private volatile int moreThanGiven;
    private volatile String body = "The plan.";

    GithubFake() {
        super(StrictApis.github());
        api().serve("GET", "/search/issues", this::search)
                .serve("GET", "/repos/{owner}/{repo}/issues/{number}", this::issue)
                .serve("GET", "/repos/{owner}/{repo}/issues/{number}/comments", it -> comments(it, comments, "charles"))
                .serve(
                        "GET",
                        "/repos/{owner}/{repo}/pulls/{number}/comments",
                        it -> comments(it, commentsOnLines, "grace"));
    }

    @Override
    public String id(int number) {
        return "ada/engine#" + number;
    }

    void commented(int count, int onLines) {
        comments = count;
        commentsOnLines = onLines;
    }

    void searchIncompletely() {
        isIncomplete = true;
    }

    /** Lets each query say that it has so many results more than it gives. */
    void haveMore(int count) {
        moreThanGiven = count;
    }

    void write(String text) {
        body = text;
    }

    private ApiReply search(RecordedRequest request) {
        String query = request.parameter("q").orElseThrow();
        boolean isForPullRequests = GithubGrammar.isForPullRequests(query);
        note(GithubGrammar.words(query));
        int size = Integer.parseInt(request.parameter("per_page").orElseThrow());
        int page = Integer.parseInt(request.parameter("page").orElse("1"));
        if (page * size > 1_000 + size - 1) {
            return ApiReply.json(422, "{\"message\":\"Only the first 1000 search results are available\"}");
        }
        ObjectNode found = JsonNodeFactory.instance
                .objectNode()
                .put("total_count", total(isForPullRequests) + moreThanGiven)
                .put("incomplete_results", isIncomplete)
                .put("search_type", "lexical");
        ArrayNode items = found.putArray("items");
        page((page - 1) * size, size).stream()
                .map(it -> number(it, isForPullRequests))
                .filter(this::has)
                .forEach(it -> items.add(issue(it)));
        return ApiReply.json(found.toString());
    }

    private static int number(int place, boolean isPullRequest) {
        return 2 * place - (isPullRequest ? 0 : 1);
    }

    private int total(boolean isForPullRequests) {
        return (int) IntStream.rangeClosed(1, 1_000)
                .filter(it -> has(number(it, isForPullRequests)))
                .count();
    }

    private ApiReply issue(RecordedRequest request) {
        int number = Integer.parseInt(request.segment(4));
        return has(number)
                ? ApiReply.json(issue(number).toString())
                : ApiReply.json(404, "{\"message\":\"Not Found\",\"status\":\"404\"}");
    }

    private ObjectNode issue(int number) {
        boolean isPullRequest = number % 2 == 0;
        String page = "https://github.com/ada/engine/" + (isPullRequest ? "pull/" : "issues/") + number;
        ObjectNode issue = JsonNodeFactory.instance
                .objectNode()
                .put("id", 9_000_000_000L + number)
                .put("node_id", "I_kw" + number)
                .put("number", number)
                .put("repository_url", api().url() + REPOSITORY)
                .put("html_url", page)
                .put("title", title(number))
                .put("body", body)
                .put("comments", comments)
                .put("created_at", "2026-11-19T10:00:00Z")
                .put("updated_at", "2026-11-20T10:00:00Z");
        issue.putObject("user").put("login", "ada").put("id", 1);
        if (isPullRequest) {
            issue.putObject("pull_request").put("html_url", page);
        }
        return issue;
    }

    private ApiReply comments(RecordedRequest request, int count, String author) {
        int size = Integer.parseInt(request.parameter("per_page").orElse("30"));
        int page = Integer.parseInt(request.parameter("page").orElse("1"));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        IntStream.rangeClosed((page - 1) * size + 1, Math.min(page * size, count))
                .forEach(it -> list.addObject()
                        .put("id", it)
                        .put("body", "Comment " + it + ".")
                        .put("created_at", String.format("2026-11-20T11:%02d:%02dZ", it / 60 % 60, it % 60))
                        .putObject("user")
                        .put("login", author));
        return ApiReply.json(list.toString());
    }
}
