package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import java.util.Objects;

/**
 * Page after an account was connected.
 *
 * @param lacksRefreshToken whether the account will soon need a new consent, because the provider issued no refresh token
 */
public record ConnectedPage(Frame frame, AccountCard account, boolean lacksRefreshToken) implements HtmlPage {

    public ConnectedPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(account, "account");
    }

    @Override
    public String template() {
        return "connected.jte";
    }
}
