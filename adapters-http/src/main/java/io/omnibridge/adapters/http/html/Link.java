package io.omnibridge.adapters.http.html;

import java.util.Objects;

/**
 * Link to another page.
 *
 * @param target a path of this service, or a URL with the scheme https
 */
public record Link(String text, String target) {

    public Link {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(target, "target");
    }

    /** Returns the link to the first page. */
    public static Link toAccounts(Texts texts) {
        return new Link(texts.of("link.accounts"), Section.ACCOUNTS.path());
    }
}
