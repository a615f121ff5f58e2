package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import java.net.URI;
import java.util.Objects;

/**
 * Page with the button that begins a sign-in.
 *
 * @param text what the sign-in is for
 * @param button the text of the button
 * @param continueAt the page to show afterwards
 */
public record SignInPage(Frame frame, String text, String button, URI continueAt) implements HtmlPage {

    public SignInPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(button, "button");
        Objects.requireNonNull(continueAt, "continueAt");
    }

    @Override
    public String template() {
        return "sign-in.jte";
    }
}
