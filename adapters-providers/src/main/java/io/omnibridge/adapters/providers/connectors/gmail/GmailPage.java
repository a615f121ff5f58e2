package io.omnibridge.adapters.providers.connectors.gmail;

import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of mails, each of which is read for itself. One that cannot be read makes the page partial; if none can, the page fails
 * for the reason of the first. One that was deleted meanwhile is left out.
 *
 * @param next the page that follows
 */
record GmailPage(Optional<String> next) {

    ReadPlan<SourcePage> read(List<ApiRequest> mails) {
        return mails.isEmpty()
                ? new ReadPlan.Done<>(new SourcePage(List.of(), next, false))
                : new ReadPlan.Reads<>(mails, this::page);
    }

    private ReadPlan<SourcePage> page(List<ReadResult> results) {
        List<FoundItem> items = new ArrayList<>();
        List<ReadPlan.Failed<SourcePage>> failures = new ArrayList<>();
        for (ReadResult result : results) {
            ReadPlan<FoundItem> mail = ReadResults.json(
                    result,
                    message -> GmailMessage.item(message)
                            .<ReadPlan<FoundItem>>map(ReadPlan.Done::new)
                            .orElseGet(() -> ReadResults.failed(UseFailure.PROVIDER_ERROR)));
            if (mail instanceof ReadPlan.Done<FoundItem> done) {
                items.add(done.value());
            } else if (mail instanceof ReadPlan.Failed<FoundItem> failed && failed.reason() != UseFailure.NOT_FOUND) {
                failures.add(new ReadPlan.Failed<>(failed.reason(), failed.retryAfter()));
            }
        }
        return items.isEmpty() && !failures.isEmpty()
                ? failures.get(0)
                : new ReadPlan.Done<>(new SourcePage(items, next, !failures.isEmpty()));
    }
}
