package io.omnibridge.adapters.providers.connectors.slack;

import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.SearchPlans;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import java.util.Set;

/** Connector of Slack: messages of the channels and conversations that the user sees. Files, channels and people are not searched. */
public final class SlackConnector implements Connector {

    @Override
    public Source source() {
        return Source.SLACK;
    }

    @Override
    public Set<String> scopes() {
        return SlackScopes.SEARCH;
    }

    @Override
    public ReadPlan<SourcePage> search(SourceQuery query, Scopes granted) {
        return SlackQuery.of(query.query())
                .map(words -> SlackSearch.of(granted).plan(words, query))
                .orElseGet(SearchPlans::nothingFound);
    }

    @Override
    public ReadPlan<ItemContent> item(String id, Scopes granted) {
        return SlackId.parse(id)
                .map(it -> SlackItem.plan(it, granted))
                .orElseGet(() -> ReadResults.failed(UseFailure.NOT_FOUND));
    }
}
