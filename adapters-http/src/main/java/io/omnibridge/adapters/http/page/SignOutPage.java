package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import java.util.Objects;

/** Page with the button that signs out everywhere, for a user whose earlier attempt came after the end of the session. */
public record SignOutPage(Frame frame) implements HtmlPage {

    public SignOutPage {
        Objects.requireNonNull(frame, "frame");
    }

    @Override
    public String template() {
        return "sign-out.jte";
    }
}
