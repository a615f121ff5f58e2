package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import java.util.List;
import java.util.Objects;

/**
 * Page of a user's leases.
 *
 * @param hasEndedOne whether the request before ended one
 */
public record LeasesPage(Frame frame, List<LeaseCard> leases, boolean hasEndedOne) implements HtmlPage {

    public LeasesPage {
        Objects.requireNonNull(frame, "frame");
        leases = List.copyOf(leases);
    }

    @Override
    public String template() {
        return "leases.jte";
    }
}
