package io.omnibridge.adapters.providers.oauth;

import java.util.Locale;
import java.util.Set;

/** Responses of a server that has no token endpoint at the URL: they say nothing of the client and its grant. */
final class WrongEndpoint {

    private static final Set<Integer> STATUSES = Set.of(404, 405, 410);
    private static final Set<String> NAMES = Set.of("notfound", "methodnotallowed", "gone");

    private WrongEndpoint() {}

    static boolean isMeantBy(int status) {
        return STATUSES.contains(status);
    }

    /** Returns whether {@code error} is such a status in words, as frameworks write it at a path that they do not know. */
    static boolean isNamed(int status, String error) {
        return isMeantBy(status)
                && NAMES.contains(error.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }
}
