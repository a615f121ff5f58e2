package io.omnibridge.adapters.providers.connectors.github;

import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import java.util.Set;

/**
 * Connector of GitHub: issues and pull requests, with their comments. Code, commits, discussions and repositories are not searched.
 * One search takes two queries, because GitHub answers 422 to a GitHub App's token if a query does not say which of the two it wants.
 */
public final class GithubConnector implements Connector {

    @Override
    public Source source() {
        return Source.GITHUB;
    }

    /** Returns nothing: a GitHub App has no scopes, and without any scope a token reads what is public. */
    @Override
    public Set<String> scopes() {
        return Set.of();
    }

    @Override
    public int queries() {
        return GithubKind.values().length;
    }

    @Override
    public ReadPlan<SourcePage> search(SourceQuery query, Scopes granted) {
        return GithubSearch.plan(query);
    }

    @Override
    public ReadPlan<ItemContent> item(String id, Scopes granted) {
        return GithubId.parse(id).map(GithubThread::plan).orElseGet(() -> ReadResults.failed(UseFailure.NOT_FOUND));
    }
}
