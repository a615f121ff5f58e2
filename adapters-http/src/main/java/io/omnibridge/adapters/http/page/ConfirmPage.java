package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import java.util.Objects;

/**
 * Page on which the user confirms to whom an account will be connected. Nothing was exchanged before.
 *
 * @param providerName where the account is
 * @param path of the form that confirms
 */
public record ConfirmPage(Frame frame, String providerName, String path) implements HtmlPage {

    public ConfirmPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(providerName, "providerName");
        Objects.requireNonNull(path, "path");
    }

    /** Returns the user to whom the account will be connected. */
    public String user() {
        return frame.user().orElseThrow().display();
    }

    /** Returns the path of the form that cancels. */
    public String cancelPath() {
        return path + "/cancel";
    }

    @Override
    public String template() {
        return "confirm.jte";
    }
}
