package io.omnibridge.adapters.providers.connectors.outlook;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.GraphPages;
import io.omnibridge.adapters.providers.connectors.JsonLists;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.SearchPlans;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import java.util.Set;

/**
 * Connector of Outlook: mail whose sender, subject or body has all the words, the newest first. Other mailboxes, shared ones and
 * archives, are not searched.
 */
public final class OutlookConnector implements Connector {

    private static final String MESSAGES = "/v1.0/me/messages";

    @Override
    public Source source() {
        return Source.OUTLOOK;
    }

    @Override
    public Set<String> scopes() {
        return Set.of("Mail.Read", "Mail.ReadWrite");
    }

    @Override
    public ReadPlan<SourcePage> search(SourceQuery query, Scopes granted) {
        return OutlookQuery.of(query.query())
                .map(words -> ReadResults.json(
                        GraphPages.at(query.cursor(), ApiReads.of(MESSAGES))
                                .with("$search", words)
                                .with("$top", query.limit())
                                .with("$select", OutlookMessage.FIELDS)
                                .get(),
                        list -> new ReadPlan.Done<>(page(list))))
                .orElseGet(SearchPlans::nothingFound);
    }

    private static SourcePage page(JsonNode list) {
        return new SourcePage(JsonLists.required(list, "/value", OutlookMessage::item), GraphPages.next(list), false);
    }

    @Override
    public ReadPlan<ItemContent> item(String id, Scopes granted) {
        return ReadResults.json(
                ApiReads.of(MESSAGES)
                        .segment(id)
                        .with("$select", OutlookMessage.FIELDS + ",body")
                        .get(),
                OutlookMessage::content);
    }
}
