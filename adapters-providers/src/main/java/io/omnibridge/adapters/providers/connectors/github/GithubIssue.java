package io.omnibridge.adapters.providers.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.text.VisibleMarkdown;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemType;
import java.util.Optional;

/** Reads an issue or a pull request as the search and {@code issues/{number}} describe it. */
final class GithubIssue {

    private GithubIssue() {}

    static Optional<FoundItem> item(JsonNode issue) {
        return GithubId.of(issue)
                .map(GithubId::text)
                .map(id -> new FoundItem(
                        id,
                        isPullRequest(issue) ? ItemType.PULL_REQUEST : ItemType.ISSUE,
                        ResponseFields.text(issue, "/title").orElse(""),
                        ResponseFields.text(issue, "/body")
                                .map(it -> VisibleMarkdown.of(it).text()),
                        ResponseFields.url(issue, "/html_url"),
                        ResponseFields.text(issue, "/user/login"),
                        ResponseFields.time(issue, "/updated_at"),
                        Optional.empty(),
                        Optional.of(id)));
    }

    static boolean isPullRequest(JsonNode issue) {
        return issue.path("pull_request").isObject();
    }
}
