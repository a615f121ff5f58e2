package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Page of a user's leases.
 *
 * @param hasEndedOne whether the request before ended one
 * @param isFirst whether leases before these have no page of their own
 * @param next the path of the page with the next leases; empty if these are the last
 */
public record LeasesPage(
        Frame frame, List<LeaseCard> leases, boolean hasEndedOne, boolean isFirst, Optional<String> next)
        implements HtmlPage {

    public LeasesPage {
        Objects.requireNonNull(frame, "frame");
        leases = List.copyOf(leases);
        Objects.requireNonNull(next, "next");
    }

    @Override
    public String template() {
        return "leases.jte";
    }
}
