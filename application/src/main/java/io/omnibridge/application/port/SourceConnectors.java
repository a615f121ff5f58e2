package io.omnibridge.application.port;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import java.util.List;

/** The connectors of the sources: each knows how one source is searched, and how its items are read. Thread-safe. */
public interface SourceConnectors {

    /** Returns the sources that a provider offers, in the order of {@link Source}; none if it is not configured. */
    List<OfferedSource> offered(ProviderId provider);

    /**
     * Plans the search of a source for one page of results.
     *
     * @param granted the scopes of the grant; empty if they are not known
     */
    ReadPlan<SourcePage> search(Source source, SourceQuery query, Scopes granted);

    /**
     * Plans the reading of one item.
     *
     * @param id {@link io.omnibridge.domain.search.FoundItem#id} of the source
     * @param granted the scopes of the grant; empty if they are not known
     */
    ReadPlan<ItemContent> item(Source source, String id, Scopes granted);
}
