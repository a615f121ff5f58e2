package io.omnibridge.adapters.providers.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plans the reading of an issue or a pull request with its comments: the first {@value #MAX_PAGES} pages of the conversation, and the
 * first page of comments on lines of a pull request. What is beyond that, or cannot be read, makes the text partial.
 */
final class GithubThread {

    private static final int MAX_PAGES = 5;

    private GithubThread() {}

    static ReadPlan<ItemContent> plan(GithubId id) {
        return new ReadPlan.Reads<>(
                List.of(id.read("issues").get(), page(id, "issues", 1)),
                results -> ReadResults.json(
                        results.get(0),
                        issue -> GithubIssue.item(issue)
                                .map(item -> rest(id, item, issue, results.get(1)))
                                .orElseGet(() -> ReadResults.failed(UseFailure.PROVIDER_ERROR))));
    }

    private static ApiRequest page(GithubId id, String list, int page) {
        return id.read(list)
                .then("/comments")
                .with("per_page", GithubComments.PAGE)
                .with("page", page)
                .get();
    }

    private static ReadPlan<ItemContent> rest(GithubId id, FoundItem item, JsonNode issue, ReadResult first) {
        int pages = Math.max(1, (issue.path("comments").asInt() + GithubComments.PAGE - 1) / GithubComments.PAGE);
        List<ApiRequest> requests = new ArrayList<>(IntStream.rangeClosed(2, Math.min(pages, MAX_PAGES))
                .mapToObj(page -> page(id, "issues", page))
                .toList());
        if (GithubIssue.isPullRequest(issue)) {
            requests.add(page(id, "pulls", 1));
        }
        if (requests.isEmpty()) {
            return done(item, issue, List.of(first), false);
        }
        return new ReadPlan.Reads<>(requests, results -> {
            List<ReadResult> all = new ArrayList<>(results);
            all.add(0, first);
            return done(item, issue, all, pages > MAX_PAGES || isFull(issue, results));
        });
    }

    /** A full page of comments on lines may have another one behind it. */
    private static boolean isFull(JsonNode issue, List<ReadResult> results) {
        return GithubIssue.isPullRequest(issue)
                && GithubComments.of(results.subList(results.size() - 1, results.size()))
                                .comments()
                                .size()
                        >= GithubComments.PAGE;
    }

    private static ReadPlan<ItemContent> done(FoundItem item, JsonNode issue, List<ReadResult> pages, boolean hasMore) {
        GithubComments comments = GithubComments.of(pages);
        return new ReadPlan.Done<>(new ItemContent(item, comments.below(issue).item(), hasMore || !comments.isWhole()));
    }
}
