package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.html.ProblemPages;
import io.omnibridge.adapters.http.html.Section;
import java.net.URI;

/**
 * Paths of pages, as browsers have to request them.
 *
 * @param base the path of the public URL, without a slash at its end; a proxy removes it from requests
 */
public record PagePaths(String base) {

    /** The page that signs in, and the parameter with the page to show afterwards. */
    public static final String SIGN_IN = "/ui/sign-in";

    /** The page that signs out everywhere, and the form that does. */
    public static final String SIGN_OUT = "/ui/sign-out";

    /** The page after a sign-out, to which the issuer sends the browser too. */
    public static final String SIGNED_OUT = "/ui/signed-out";

    /** Where the issuer tells of sign-outs. Its path is among those of pages, but only programs call it. */
    public static final String BACK_CHANNEL_LOGOUT = ProblemPages.BACK_CHANNEL_LOGOUT;

    /** The page to begin with. */
    public static final String FIRST = Section.ACCOUNTS.path();

    /** The maximum length of an address to continue at after the sign-in. Pages link to no longer one. */
    public static final int MAX_LENGTH = 1_024;

    /**
     * Returns the paths below a URL.
     *
     * @param publicUrl the URL of this service for browsers
     */
    public static PagePaths of(URI publicUrl) {
        return new PagePaths(publicUrl.getRawPath().replaceFirst("/+$", ""));
    }

    /** Returns the path of a page, for a link or a redirect. */
    public String of(String page) {
        return base + page;
    }
}
