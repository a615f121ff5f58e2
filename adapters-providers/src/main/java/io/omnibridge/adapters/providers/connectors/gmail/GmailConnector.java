package io.omnibridge.adapters.providers.connectors.gmail;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.SearchPlans;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Connector of Gmail: mails that have all the words, the newest first. Spam and the bin are not searched. A list gives ids alone and
 * each mail has to be read, at 20 units of the user's 6,000 a minute: so a page has at most {@value #MAX_HITS} mails.
 */
public final class GmailConnector implements Connector {

    private static final int MAX_HITS = 10;
    private static final String MESSAGES = "/gmail/v1/users/me/messages";

    @Override
    public Source source() {
        return Source.GMAIL;
    }

    @Override
    public Set<String> scopes() {
        return Set.of();
    }

    @Override
    public ReadPlan<SourcePage> search(SourceQuery query, Scopes granted) {
        return SearchPlans.byWords(query, words -> search(words, query));
    }

    private static ReadPlan<SourcePage> search(List<String> words, SourceQuery query) {
        ApiRequest list = ApiReads.of(MESSAGES)
                .with("q", GmailQuery.of(words))
                .with("maxResults", Math.min(query.limit(), MAX_HITS))
                .with("pageToken", query.cursor())
                .get();
        return ReadResults.json(list, GmailConnector::listed);
    }

    private static ReadPlan<SourcePage> listed(JsonNode list) {
        List<ApiRequest> mails = new ArrayList<>();
        list.path("messages")
                .forEach(it -> ResponseFields.text(it, "/id")
                        .filter(id -> mails.size() < MAX_HITS && GmailMessage.isId(id))
                        .ifPresent(id -> mails.add(metadata(id))));
        return new GmailPage(ResponseFields.text(list, "/nextPageToken")).read(mails);
    }

    /** Returns the request for the fields of a mail, without its text. */
    static ApiRequest metadata(String id) {
        return ApiReads.of(MESSAGES)
                .segment(id)
                .with("format", "metadata")
                .with("metadataHeaders", "Subject")
                .with("metadataHeaders", "From")
                .with("metadataHeaders", "Date")
                .with("metadataHeaders", "Message-ID")
                .get();
    }

    @Override
    public ReadPlan<ItemContent> item(String id, Scopes granted) {
        return GmailMessage.isId(id)
                ? new GmailItem(id)
                        .read(ApiReads.of(MESSAGES)
                                .segment(id)
                                .with("format", "full")
                                .get())
                : ReadResults.failed(UseFailure.NOT_FOUND);
    }
}
