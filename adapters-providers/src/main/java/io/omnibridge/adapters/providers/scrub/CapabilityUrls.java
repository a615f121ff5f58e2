package io.omnibridge.adapters.providers.scrub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes URLs that grant access by themselves, because they carry a signature or a token, and URLs that run as scripts. */
public final class CapabilityUrls {

    /** Names of parameters that carry one, in lower case. */
    private static final Set<String> PARAMETERS =
            Set.of("x-amz-signature", "x-goog-signature", "signature", "sig", "tempauth", "token", "access_token");

    static final int MAX_PARAMETER = 32;

    private static final Pattern SCRIPT = Pattern.compile("(?i)[\\x00-\\x20]*javascript:.*", Pattern.DOTALL);

    private CapabilityUrls() {}

    /** Returns whether a parameter of that name grants access. */
    static boolean isCapability(String parameter) {
        return PARAMETERS.contains(parameter.toLowerCase(Locale.ROOT));
    }

    /** Returns whether a text is such a URL, also if it is percent-encoded, or in a parameter of another URL. */
    public static boolean isOne(String text) {
        boolean isEncoded = text.indexOf('%') >= 0;
        return (text.indexOf(':') >= 0 && SCRIPT.matcher(text).matches())
                || (text.indexOf('=') >= 0 && hasCapability(text))
                || (isEncoded && hasCapability(decoded(text)));
    }

    private static boolean hasCapability(String url) {
        int from = nextDelimiter(url, 0);
        while (from < url.length()) {
            int to = nextDelimiter(url, from + 1);
            String parameter = url.substring(Math.min(from + 1, to), to);
            int equals = parameter.indexOf('=');
            if (equals > 0 && isCapability(decoded(parameter.substring(0, equals)))) {
                return true;
            }
            from = to;
        }
        return false;
    }

    /** Returns where the next parameter, or the fragment, begins; the length if there is none. */
    private static int nextDelimiter(String url, int from) {
        int i = from;
        while (i < url.length() && "?&;#".indexOf(url.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static String decoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
