package io.omnibridge.adapters.providers.connectors.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's markup as a person reads it: {@code <@U1|ada>} is @ada, {@code <#C1|general>} is #general, {@code <!here>} is @here,
 * {@code <https://a.example|the plan>} is the plan (https://a.example). Three signs are escaped as in HTML.
 */
final class SlackText {

    private static final Pattern MARKUP = Pattern.compile("<([^<>|]{1,4000})(?:\\|([^<>]{0,4000}))?>");

    private SlackText() {}

    static String readable(String raw) {
        return unescaped(
                MARKUP.matcher(raw).replaceAll(it -> Matcher.quoteReplacement(readable(it.group(1), it.group(2)))));
    }

    private static String readable(String target, String label) {
        boolean hasLabel = label != null && !label.isEmpty();
        char sign = target.charAt(0);
        if (sign == '@' || sign == '#') {
            return sign + (hasLabel ? withoutSign(label) : target.substring(1));
        }
        if (sign == '!') {
            return hasLabel ? label : "@" + target.substring(1).split("\\^", 2)[0];
        }
        String url = target.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
        return !hasLabel || label.equals(url) ? url : label + " (" + url + ")";
    }

    private static String withoutSign(String label) {
        return label.startsWith("@") || label.startsWith("#") ? label.substring(1) : label;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
