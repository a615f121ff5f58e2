package io.omnibridge.adapters.providers.connectors.github;

/** What one query of a search asks for. */
enum GithubKind {
    ISSUE("is:issue"),
    PULL_REQUEST("is:pull-request");

    private final String qualifier;

    GithubKind(String qualifier) {
        this.qualifier = qualifier;
    }

    /** Returns the qualifier that limits a query to this kind. */
    String qualifier() {
        return qualifier;
    }
}
