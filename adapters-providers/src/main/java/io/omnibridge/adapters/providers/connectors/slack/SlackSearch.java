package io.omnibridge.adapters.providers.connectors.slack;

import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.use.ApiRequest;
import java.util.List;

/** One of the two methods by which Slack searches messages. */
interface SlackSearch {

    /** Returns the method that a grant opens: the newer one with a granular scope, else the legacy one. */
    static SlackSearch of(Scopes granted) {
        List<String> channelTypes = SlackScopes.channelTypes(granted);
        return channelTypes.isEmpty() ? new LegacySearch() : new ContextSearch(channelTypes);
    }

    /**
     * Plans the search for one page of results.
     *
     * @param words as {@link SlackQuery} writes them
     */
    ReadPlan<SourcePage> plan(String words, SourceQuery query);

    /** Returns the searches among whose results a message is, as far as this method finds it. */
    List<ApiRequest> around(SlackId id);

    /** Returns the messages that such a search found. */
    ReadPlan<List<SlackMessage>> messages(ReadResult result);
}
