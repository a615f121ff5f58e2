package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.adapters.support.time.Durations;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Scopes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Parsers of YAML values. Each reports a mistake and returns empty if the value is invalid. */
final class ValueParsers {

    /** A moment that long from now still has a year of four digits. */
    private static final Duration MAX_DURATION = Duration.ofDays(999_999);

    private ValueParsers() {}

    /** Parses a text that matches {@code pattern}; {@code rule} describes the pattern. */
    static Optional<String> text(YamlValue value, Pattern pattern, String rule) {
        return value.text()
                .flatMap(text -> accept(value, text, pattern.matcher(text).matches(), rule));
    }

    static Optional<Boolean> flag(YamlValue value) {
        return value.text()
                .flatMap(text ->
                        accept(value, text, text.equals("true") || text.equals("false"), "must be true or false"))
                .map(Boolean::valueOf);
    }

    static Optional<Duration> duration(YamlValue value) {
        return value.text().flatMap(text -> {
            Optional<Duration> duration =
                    Durations.parse(text).filter(it -> !text.endsWith("ms") && it.compareTo(MAX_DURATION) <= 0);
            if (duration.isEmpty()) {
                value.reject("must be a number with s, m, h or d, such as 30s");
            }
            return duration;
        });
    }

    static Optional<Integer> status(YamlValue value) {
        return text(value, Pattern.compile("[45]\\d\\d"), "must be an HTTP status of 400 to 599")
                .map(Integer::valueOf);
    }

    static Optional<JsonPointer> pointer(YamlValue value) {
        return value.text().flatMap(text -> {
            try {
                return Optional.of(JsonPointer.compile(text));
            } catch (IllegalArgumentException e) {
                value.reject("must be a JSON pointer, such as /user/id");
                return Optional.empty();
            }
        });
    }

    static Optional<String> scope(YamlValue value) {
        return value.text().flatMap(text -> {
            try {
                Scopes.requireScopeToken(text);
                return Optional.of(text);
            } catch (InvalidValue e) {
                value.reject(e.getMessage());
                return Optional.empty();
            }
        });
    }

    /** Parses a constant of {@code type} in lower case. */
    static <E extends Enum<E>> Optional<E> constant(YamlValue value, Class<E> type) {
        return value.text().flatMap(text -> {
            Optional<E> constant = EnumWords.parse(text, type);
            if (constant.isEmpty()) {
                value.reject("must be one of " + EnumWords.list(type));
            }
            return constant;
        });
    }

    /** Parses a list with {@code parser} for each item; omits invalid items. */
    static <T> List<T> list(YamlValue value, Function<YamlValue, Optional<T>> parser) {
        return value.list().orElse(List.of()).stream()
                .flatMap(item -> parser.apply(item).stream())
                .toList();
    }

    /** Parses a list that is not empty, or a single value instead of a list. */
    static <T> List<T> oneOrMore(YamlValue value, Function<YamlValue, Optional<T>> parser) {
        List<T> read = value.isList()
                ? list(value, parser)
                : parser.apply(value).stream().toList();
        if (value.isList() && read.isEmpty()) {
            value.reject("must not be empty");
        }
        return read;
    }

    /** Parses a list that is not empty and names nothing twice. */
    static <T> List<T> several(YamlValue value, Function<YamlValue, Optional<T>> parser) {
        List<T> read = list(value, parser);
        if (value.isList() && value.list().orElse(List.of()).isEmpty()) {
            value.reject("must not be empty");
        } else if (Set.copyOf(read).size() < read.size()) {
            value.reject("must not name anything twice");
        }
        return read;
    }

    /** Parses a mapping of texts. Each name must match {@code name}; {@code rule} describes that pattern. */
    static Map<String, String> texts(YamlValue value, Pattern name, String rule) {
        Map<String, String> texts = new LinkedHashMap<>();
        value.members().map(YamlMapping::all).orElse(Map.of()).forEach((key, text) -> {
            if (name.matcher(key).matches()) {
                text.unnamed().text().ifPresent(it -> texts.put(key, it));
            } else {
                text.unnamed().reject(rule);
            }
        });
        return texts;
    }

    private static <T> Optional<T> accept(YamlValue value, T parsed, boolean isValid, String rule) {
        if (!isValid) {
            value.reject(rule);
        }
        return Optional.of(parsed).filter(it -> isValid);
    }
}
