package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.Objects;

/** Page that says what it means to disconnect an account, and asks for a confirmation. */
public record DisconnectPage(Frame frame, AccountCard account) implements HtmlPage {

    public DisconnectPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(account, "account");
    }

    /** Returns the key of the text that says what happens at the provider. */
    public String consequenceKey() {
        return Texts.key(
                "disconnect.revocation",
                account.provider().map(ConnectableProvider::revocation).orElse(RevocationScope.NONE));
    }

    /** Returns whether a client handed over the permission. */
    public boolean isLinkedByToken() {
        return account.description().metadata().linkedBy() == LinkedBy.TOKEN;
    }

    @Override
    public String template() {
        return "disconnect.jte";
    }
}
