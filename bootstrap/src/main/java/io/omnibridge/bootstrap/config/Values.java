package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.adapters.support.time.Durations;
import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Readers of plain values. Each throws {@link InvalidValue} with the accepted values. */
public final class Values {

    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,9}");

    /** The JVM's replacement for bytes of an argument or of the environment that the locale cannot decode. */
    private static final char UNDECODABLE = '\uFFFD';

    private Values() {}

    /**
     * Returns {@code value} unchanged.
     *
     * @throws InvalidValue if some of its characters were lost: it would be another user, or a weaker secret
     */
    public static String decoded(String value) {
        InvalidValue.unless(
                value.indexOf(UNDECODABLE) < 0,
                "has characters that cannot be read in this locale: set LC_ALL to one in UTF-8, such as C.UTF-8");
        return value;
    }

    static Function<String, Integer> integer(int min, int max) {
        return value -> {
            InvalidValue.unless(
                    INTEGER.matcher(value).matches()
                            && Integer.parseInt(value) >= min
                            && Integer.parseInt(value) <= max,
                    "must be an integer from " + min + " to " + max);
            return Integer.parseInt(value);
        };
    }

    static boolean bool(String value) {
        InvalidValue.unless(value.equals("true") || value.equals("false"), "must be true or false");
        return value.equals("true");
    }

    /** Returns a reader of the constants of {@code type}, by their names in any letter case. */
    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return value -> EnumWords.parse(value.toLowerCase(Locale.ROOT), type)
                .orElseThrow(() -> new InvalidValue("must be one of " + EnumWords.list(type)));
    }

    /** Reads a whole number with its unit, such as {@code 30s}. */
    public static Duration duration(String value) {
        return Durations.parse(value)
                .orElseThrow(() -> new InvalidValue("must be a number with its unit: ms, s, m, h or d, such as 30s"));
    }

    /** Reads a duration from {@code min} to {@code max}. */
    public static Duration duration(String value, Duration min, Duration max) {
        Duration duration = duration(value);
        InvalidValue.unless(
                duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0,
                "must be from " + min.toSeconds() + "s to " + max.toSeconds() + "s");
        return duration;
    }
}
