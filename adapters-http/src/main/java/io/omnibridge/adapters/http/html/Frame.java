package io.omnibridge.adapters.http.html;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What surrounds the content of a page: the title, the navigation, and who is signed in.
 *
 * @param title says what the page shows; it is the page's only heading of level 1
 * @param section the entry of the navigation that the page belongs to
 * @param user empty on a page without a session, which has no navigation
 * @param continueAt where the browser goes at once, without a script; empty if the page stays
 */
public record Frame(
        PageContext context, String title, Section section, Optional<SignedInUser> user, Optional<URI> continueAt) {

    public Frame {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(continueAt, "continueAt");
    }

    /** Creates the frame of a page without a session. */
    public static Frame open(PageContext context, String title) {
        return new Frame(context, title, Section.NONE, Optional.empty(), Optional.empty());
    }

    /** Creates the frame of a page of {@code user}. */
    public static Frame of(PageContext context, String title, Section section, SignedInUser user) {
        return new Frame(context, title, section, Optional.of(user), Optional.empty());
    }

    /** Returns this frame for a page that sends the browser on. The page also has a link to {@code location}. */
    public Frame continuingAt(URI location) {
        return new Frame(context, title, section, user, Optional.of(location));
    }

    public Texts texts() {
        return context.texts();
    }

    /** Returns the link to a path of this service; any other target stays as it is. */
    public String link(String target) {
        return context.link(target);
    }

    /** Returns the token for the page's forms. */
    public String formToken() {
        return user.map(SignedInUser::formToken).orElse("");
    }

    /** Returns the link to the style sheet. */
    public String styleSheet() {
        return link(StyleSheet.CURRENT.path());
    }
}
