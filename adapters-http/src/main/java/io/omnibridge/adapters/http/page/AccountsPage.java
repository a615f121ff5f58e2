package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import io.omnibridge.application.port.ConnectableProvider;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Page of a user's accounts.
 *
 * @param providers those that the user can connect
 * @param isFirst whether accounts before these have no page of their own
 * @param next the path of the page with the next accounts; empty if these are the last
 */
public record AccountsPage(
        Frame frame,
        List<AccountGroup> groups,
        List<ConnectableProvider> providers,
        boolean isFirst,
        Optional<String> next)
        implements HtmlPage {

    public AccountsPage {
        Objects.requireNonNull(frame, "frame");
        groups = List.copyOf(groups);
        providers = List.copyOf(providers);
        Objects.requireNonNull(next, "next");
    }

    /** Returns whether the user has no account at all. */
    public boolean isEmpty() {
        return groups.isEmpty() && isFirst;
    }

    @Override
    public String template() {
        return "accounts.jte";
    }
}
