package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import java.util.Objects;

/**
 * Page that shows the token of a new lease, once.
 *
 * @param token for the client; OmniBridge does not keep it
 */
public record MadeLeasePage(Frame frame, String label, String token) implements HtmlPage {

    public MadeLeasePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(token, "token");
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "MadeLeasePage[" + label + "]";
    }

    @Override
    public String template() {
        return "made-lease.jte";
    }
}
