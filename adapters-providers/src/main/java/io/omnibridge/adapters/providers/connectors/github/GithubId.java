package io.omnibridge.adapters.providers.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names an issue or a pull request: {@code owner/repo#number}, as GitHub's own texts do. */
record GithubId(String owner, String repository, String number) {

    private static final Pattern TEXT =
            Pattern.compile("([A-Za-z0-9._-]{1,100})/([A-Za-z0-9._-]{1,100})#([1-9][0-9]{0,17})");
    private static final Pattern REPOSITORY = Pattern.compile(".*/repos/([^/]+/[^/]+)");

    /** Reads the text form; empty if it is malformed. */
    static Optional<GithubId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new GithubId(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** Reads the id of an issue as the API describes it; empty if it has none. */
    static Optional<GithubId> of(JsonNode issue) {
        return ResponseFields.text(issue, "/repository_url")
                .map(REPOSITORY::matcher)
                .filter(Matcher::matches)
                .flatMap(it -> parse(it.group(1) + "#" + issue.path("number").asText()));
    }

    /** Begins a read of the repository: {@code issues} or {@code pulls}, of this number. */
    ApiReads read(String list) {
        return ApiReads.of("/repos")
                .segment(owner)
                .segment(repository)
                .segment(list)
                .segment(number);
    }

    /** Returns the text form. */
    String text() {
        return owner + "/" + repository + "#" + number;
    }
}
