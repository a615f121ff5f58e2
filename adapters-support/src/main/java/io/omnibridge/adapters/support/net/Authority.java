package io.omnibridge.adapters.support.net;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The authority of a URL (RFC 3986 §3.2). {@link URI} finds neither host nor port nor user in an authority whose host is no
 * host name of RFC 952, such as {@code stack_redis} or {@code stack.1}; name services of containers have such names.
 *
 * @param userInfo as the URL spells it
 * @param host an IPv6 address is in brackets
 * @param port -1 if the URL has none
 */
public record Authority(Optional<String> userInfo, String host, int port) {

    private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?";
    private static final Pattern OTHER_NAME =
            Pattern.compile("(?:([^@]*)@)?(" + LABEL + "(?:\\." + LABEL + ")*\\.?)(?::([0-9]{0,5}))?");

    /** Returns the authority of {@code url}; empty if it has no host. */
    public static Optional<Authority> of(URI url) {
        if (url.getHost() != null) {
            return Optional.of(new Authority(Optional.ofNullable(url.getRawUserInfo()), url.getHost(), url.getPort()));
        }
        return Optional.ofNullable(url.getRawAuthority())
                .map(OTHER_NAME::matcher)
                .filter(Matcher::matches)
                .map(found -> new Authority(
                        Optional.ofNullable(found.group(1)),
                        found.group(2),
                        port(Optional.ofNullable(found.group(3)))));
    }

    private static int port(Optional<String> digits) {
        return digits.filter(it -> !it.isEmpty()).map(Integer::parseInt).orElse(-1);
    }

    /** Returns whether {@link URI} finds the host too, and with it the JDK's HTTP client and its check of certificates. */
    public static boolean isKnownToJdk(URI url) {
        return url.getHost() != null;
    }
}
