package io.omnibridge.adapters.providers.connectors.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.MostUsefulFailure;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.text.ItemTexts;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.MissingTextReason;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans the reading of a message: with its thread, if the grant has the scope for the history of that conversation, else alone, from
 * among the results of a search in its channel around its time (decision 34).
 */
final class SlackItem {

    private SlackItem() {}

    static ReadPlan<ItemContent> plan(SlackId id, Scopes granted) {
        return SlackScopes.mayReadHistory(granted) ? thread(id, granted) : alone(id, granted);
    }

    private static ReadPlan<ItemContent> thread(SlackId id, Scopes granted) {
        return new ReadPlan.Reads<>(List.of(SlackThread.request(id), permalink(id)), results -> {
            ReadPlan<ItemContent> thread =
                    SlackResponses.ok(results.get(0), replies -> SlackThread.content(id, replies, url(results.get(1))));
            return isNotGranted(thread) ? alone(id, granted) : thread;
        });
    }

    private static boolean isNotGranted(ReadPlan<?> plan) {
        return plan instanceof ReadPlan.Failed<?> failed && failed.reason() == UseFailure.NOT_GRANTED;
    }

    private static ApiRequest permalink(SlackId id) {
        return ApiReads.of("/api/chat.getPermalink")
                .with("channel", id.channel())
                .with("message_ts", id.ts())
                .get();
    }

    private static Optional<URI> url(ReadResult permalink) {
        return SlackResponses.ok(permalink, it -> new ReadPlan.Done<>(ResponseFields.url(it, "/permalink")))
                        instanceof ReadPlan.Done<Optional<URI>> done
                ? done.value()
                : Optional.empty();
    }

    private static ReadPlan<ItemContent> alone(SlackId id, Scopes granted) {
        SlackSearch search = SlackSearch.of(granted);
        List<ApiRequest> requests = new ArrayList<>(search.around(id));
        requests.add(permalink(id));
        return new ReadPlan.Reads<>(requests, results -> {
            int last = results.size() - 1;
            List<ReadPlan<List<SlackMessage>>> searches =
                    results.subList(0, last).stream().map(search::messages).toList();
            return found(id, searches)
                    .<ReadPlan<ItemContent>>map(
                            it -> new ReadPlan.Done<>(new ItemContent(it.item(), ItemTexts.plain(it.text()), true)))
                    .orElseGet(() -> notFound(id, searches, results.get(last)));
        });
    }

    private static Optional<SlackMessage> found(SlackId id, List<ReadPlan<List<SlackMessage>>> searches) {
        return searches.stream()
                .filter(ReadPlan.Done.class::isInstance)
                .flatMap(it -> ((ReadPlan.Done<List<SlackMessage>>) it).value().stream())
                .filter(it -> it.id().identity().equals(id.identity()))
                .findFirst();
    }

    /** The message is there if it has a permalink: then it is its text alone that cannot be read. */
    private static ReadPlan<ItemContent> notFound(
            SlackId id, List<ReadPlan<List<SlackMessage>>> searches, ReadResult permalink) {
        List<ReadPlan.Failed<?>> failures = searches.stream()
                .filter(ReadPlan.Failed.class::isInstance)
                .<ReadPlan.Failed<?>>map(it -> (ReadPlan.Failed<?>) it)
                .toList();
        return failures.isEmpty()
                ? SlackResponses.ok(permalink, link -> new ReadPlan.Done<>(withoutText(id, link)))
                : MostUsefulFailure.of(failures);
    }

    private static ItemContent withoutText(SlackId id, JsonNode link) {
        SlackMessage message = new SlackMessage(id, "", ResponseFields.url(link, "/permalink"), Optional.empty());
        return new ItemContent(message.item(), new ItemText.Missing(MissingTextReason.NOT_SUPPORTED), true);
    }
}
