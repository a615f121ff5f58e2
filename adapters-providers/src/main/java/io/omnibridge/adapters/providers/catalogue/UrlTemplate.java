package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What the names in braces in a provider's URLs stand for: {@code {client_id}}, and the {@code variables}, each of which has
 * a pattern. No value can leave its place in a URL, whatever its pattern says.
 */
final class UrlTemplate {

    private static final Pattern BRACES = Pattern.compile("\\{([a-z_]{1,63})}");
    private static final Pattern HARMLESS =
            Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?");
    private static final Pattern NAME = Pattern.compile("(?!client_id$|tid$)[a-z_]{1,63}");

    private final Map<String, String> values;

    private UrlTemplate(Map<String, String> values) {
        this.values = values;
    }

    static UrlTemplate read(YamlMapping members, String clientId) {
        Map<String, String> values = new HashMap<>();
        values.put("client_id", clientId);
        Map<String, String> patterns = members.find("variables")
                .map(it -> ValueParsers.texts(
                        it, NAME, "must be a name of small letters and '_', other than client_id and tid"))
                .orElse(Map.of());
        Map<String, YamlValue> given =
                members.find("values").flatMap(YamlValue::members).map(YamlMapping::all).orElse(Map.of());
        given.forEach((name, value) -> {
            if (patterns.containsKey(name)) {
                value.text()
                        .filter(text -> check(value, text, patterns.get(name)))
                        .ifPresent(text -> values.put(name, text));
            } else {
                value.reject("is no variable of this provider");
            }
        });
        return new UrlTemplate(values);
    }

    /** The URL that {@code value} is with everything filled in. */
    Optional<URI> url(YamlValue value) {
        return value.text().flatMap(text -> fill(value, text)).flatMap(text -> {
            Optional<URI> url = Urls.parse(text);
            if (url.isEmpty()) {
                value.reject(Urls.RULE);
            }
            return url;
        });
    }

    /** An issuer (RFC 8414 §2): a URL without a query, in which {@code {tid}} may stand for a claim. */
    Optional<String> issuer(YamlValue value) {
        return value.text().flatMap(text -> fill(value, text)).flatMap(text -> {
            Optional<URI> url = Urls.parse(text.replace("{tid}", "tid")).filter(it -> it.getRawQuery() == null);
            if (url.isEmpty()) {
                value.reject(Urls.RULE);
            }
            return url.map(it -> text);
        });
    }

    private Optional<String> fill(YamlValue value, String text) {
        Matcher braces = BRACES.matcher(text);
        StringBuilder filled = new StringBuilder();
        boolean isWhole = true;
        while (braces.find()) {
            String name = braces.group(1);
            String replacement = name.equals("tid") ? "{tid}" : values.get(name);
            if (replacement == null || (name.equals("client_id") && !isHarmless(replacement))) {
                value.reject("needs a value of " + name + " that can stand in a URL: see values");
                isWhole = false;
            }
            braces.appendReplacement(filled, Matcher.quoteReplacement(replacement == null ? "" : replacement));
        }
        braces.appendTail(filled);
        return isWhole ? Optional.of(filled.toString()) : Optional.empty();
    }

    private static boolean check(YamlValue value, String text, String pattern) {
        try {
            boolean holds =
                    isHarmless(text) && Pattern.compile(pattern).matcher(text).matches();
            if (!holds) {
                value.reject("must match the pattern of this variable, and be letters, digits, '.', '_' and '-'");
            }
            return holds;
        } catch (PatternSyntaxException e) {
            value.reject("has a variable whose pattern is no regular expression");
            return false;
        }
    }

    private static boolean isHarmless(String text) {
        return HARMLESS.matcher(text).matches();
    }
}
