package io.omnibridge.adapters.providers.connectors;

import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import java.util.Set;

/**
 * Knows how one source is searched and read. It quotes the user's words for the source's query language, so that none of them is an
 * operator. It follows pages by the source's own cursor values and never by a URL. Stateless and thread-safe.
 *
 * <p>Every connector passes {@code ConnectorContract} against a strict fake of its provider.
 */
public interface Connector {

    /** Returns the source that it connects. */
    Source source();

    /**
     * Returns the scopes of which a grant needs one, for APIs whose entry in the catalogue names none; empty if every grant may be
     * tried.
     */
    Set<String> scopes();

    /** Returns how many queries one search takes; each finds up to the limit of the search. */
    default int queries() {
        return 1;
    }

    /**
     * Plans the search for one page of results.
     *
     * @param granted the scopes of the grant; empty if they are not known
     */
    ReadPlan<SourcePage> search(SourceQuery query, Scopes granted);

    /**
     * Plans the reading of one item.
     *
     * @param id the id that this connector gave the item
     * @param granted the scopes of the grant; empty if they are not known
     */
    ReadPlan<ItemContent> item(String id, Scopes granted);
}
