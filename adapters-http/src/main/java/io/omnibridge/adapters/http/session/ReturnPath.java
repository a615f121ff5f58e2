package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.route.PagePaths;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads which page to show after the sign-in. Only a page of this service is accepted, since a link to the sign-in can name any other
 * site (open redirect, CWE-601).
 */
final class ReturnPath {

    /** The page to show when none is named, or another site. */
    static final URI FIRST_PAGE = URI.create(PagePaths.FIRST);

    /** Unreserved characters, and what stands in the paths and queries of pages. Nothing that a browser reads as another host or folder. */
    private static final String CHARACTER =
            "[A-Za-z0-9_~:@+=-]|\\.(?!\\.)|%(?!2[eEfF]|5[cC]|[01]|25|7[fF])[0-9A-Fa-f]{2}";

    private static final Pattern PAGE =
            Pattern.compile("/ui(/(?!\\.)(" + CHARACTER + ")+)+(\\?(" + CHARACTER + "|[&.])*)?");

    private ReturnPath() {}

    /** Returns the path of a page below {@code /ui/}. */
    static URI of(Optional<String> to) {
        return to.filter(ReturnPath::isPage).map(URI::create).orElse(FIRST_PAGE);
    }

    private static boolean isPage(String to) {
        return to.length() <= PagePaths.MAX_LENGTH && PAGE.matcher(to).matches();
    }
}
