package io.omnibridge.adapters.http.page;

import gg.jte.Content;
import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Page of a user's activity: uses of data, or changes.
 *
 * @param refusals what was refused, in sentences; on the first page of changes
 * @param isFirst whether newer entries have no page of their own
 * @param next the path of the page with older entries; empty if these are the oldest
 * @param head the chain head, which proves later that no entry was removed; empty if there are no entries
 */
public record ActivityPage(
        Frame frame,
        ActivityLog log,
        List<ActivityEntry> entries,
        List<Content> refusals,
        boolean isFirst,
        Optional<String> next,
        Optional<String> head)
        implements HtmlPage {

    public ActivityPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(log, "log");
        entries = List.copyOf(entries);
        refusals = List.copyOf(refusals);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(head, "head");
    }

    @Override
    public String template() {
        return "activity.jte";
    }
}
