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
 * Values of the names in braces in a provider's URLs: {@code {client_id}} and the {@code variables}, each with a pattern.
 * Values consist of letters, digits, '.', '_' and '-' even if the pattern allows more, so none can change another part of a URL.
 */
final class UrlTemplate {

    private static final Pattern BRACES = Pattern.compile("\\{([a-z_]{1,63})}");
    private static final Pattern SAFE_VALUE =
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
        Map<String, YamlValue> given = members.find("values")
                .flatMap(YamlValue::members)
                .map(YamlMapping::all)
                .orElse(Map.of());
        given.forEach((name, value) -> {
            if (patterns.containsKey(name)) {
                value.text()
                        .filter(text -> check(value, text, patterns.get(name)))
                        .ifPresent(text -> values.put(name, text));
            } else {
                value.unnamed().reject("is not a variable of this provider");
            }
        });
        return new UrlTemplate(values);
    }

    /** Returns the URL in {@code value} with all names replaced, or reports a mistake. */
    Optional<URI> url(YamlValue value) {
        return value.text().flatMap(text -> fill(value, text)).flatMap(text -> UrlParsers.url(value, text));
    }

    /** Returns the URL as {@link #url} does, for a URL that only browsers call. */
    Optional<URI> urlForBrowser(YamlValue value) {
        return value.text().flatMap(text -> fill(value, text)).flatMap(text -> UrlParsers.urlForBrowser(value, text));
    }

    /** Returns the issuer in {@code value} (RFC 8414 §2), a URL without a query that may contain {@code {tid}}. */
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
        boolean isComplete = true;
        while (braces.find()) {
            String name = braces.group(1);
            String replacement = name.equals("tid") ? "{tid}" : values.get(name);
            if (replacement == null || (name.equals("client_id") && !isSafe(replacement))) {
                value.reject("needs a value of " + name + " that can stand in a URL: see values");
                isComplete = false;
            }
            braces.appendReplacement(filled, Matcher.quoteReplacement(replacement == null ? "" : replacement));
        }
        braces.appendTail(filled);
        return isComplete ? Optional.of(filled.toString()) : Optional.empty();
    }

    private static boolean check(YamlValue value, String text, String pattern) {
        try {
            boolean isValid =
                    isSafe(text) && Pattern.compile(pattern).matcher(text).matches();
            if (!isValid) {
                value.reject("must match the pattern of this variable, and be letters, digits, '.', '_' and '-'");
            }
            return isValid;
        } catch (PatternSyntaxException e) {
            value.reject("has a variable whose pattern is not a regular expression");
            return false;
        }
    }

    private static boolean isSafe(String text) {
        return SAFE_VALUE.matcher(text).matches();
    }
}
