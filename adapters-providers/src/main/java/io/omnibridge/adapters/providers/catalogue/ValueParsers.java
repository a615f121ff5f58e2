package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.adapters.support.time.Durations;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Scopes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What values mean. Whatever means nothing leaves a problem, and is empty. */
final class ValueParsers {

    /** A moment that long from now still has a year of four digits. */
    private static final Duration MAX_DURATION = Duration.ofDays(999_999);

    private ValueParsers() {}

    /** A text for which {@code pattern} is the rule, and {@code words} say it. */
    static Optional<String> text(YamlValue value, Pattern pattern, String words) {
        return value.text()
                .flatMap(text -> keep(value, text, pattern.matcher(text).matches(), words));
    }

    static Optional<Boolean> flag(YamlValue value) {
        return value.text()
                .flatMap(
                        text -> keep(value, text, text.equals("true") || text.equals("false"), "must be true or false"))
                .map(Boolean::valueOf);
    }

    static Optional<Duration> duration(YamlValue value) {
        return value.text().flatMap(text -> {
            Optional<Duration> duration = Durations.parse(text)
                    .filter(it -> !text.endsWith("ms") && it.compareTo(MAX_DURATION) <= 0);
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

    /** One of the constants of {@code type}, in small letters. */
    static <E extends Enum<E>> Optional<E> word(YamlValue value, Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        return value.text().flatMap(text -> {
            Optional<E> meant =
                    constants.stream().filter(it -> spell(it).equals(text)).findFirst();
            if (meant.isEmpty()) {
                value.reject("must be one of "
                        + constants.stream().map(ValueParsers::spell).collect(Collectors.joining(", ")));
            }
            return meant;
        });
    }

    /** A list, each of whose values is read by {@code reading}; what cannot be read is left out. */
    static <T> List<T> list(YamlValue value, Function<YamlValue, Optional<T>> reading) {
        return value.list().orElse(List.of()).stream()
                .flatMap(item -> reading.apply(item).stream())
                .toList();
    }

    /** The same, where one value may stand without a list. */
    static <T> List<T> oneOrMore(YamlValue value, Function<YamlValue, Optional<T>> reading) {
        List<T> read = value.isList()
                ? list(value, reading)
                : reading.apply(value).stream().toList();
        if (value.isList() && read.isEmpty()) {
            value.reject("must not be empty");
        }
        return read;
    }

    /** A mapping of texts, whose names {@code name} has to match. */
    static Map<String, String> texts(YamlValue value, Pattern name, String words) {
        Map<String, String> texts = new LinkedHashMap<>();
        value.members().map(YamlMapping::all).orElse(Map.of()).forEach((key, text) -> {
            if (name.matcher(key).matches()) {
                text.text().ifPresent(it -> texts.put(key, it));
            } else {
                text.reject(words);
            }
        });
        return texts;
    }

    private static String spell(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <T> Optional<T> keep(YamlValue value, T read, boolean holds, String words) {
        if (!holds) {
            value.reject(words);
        }
        return Optional.of(read).filter(it -> holds);
    }
}
