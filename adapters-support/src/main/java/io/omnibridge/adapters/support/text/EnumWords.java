package io.omnibridge.adapters.support.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The word that stands for an enum constant in settings, files and metrics: its name in lower case. */
public final class EnumWords {

    private EnumWords() {}

    /** Returns the word of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant of exactly this word. */
    public static <E extends Enum<E>> Optional<E> parse(String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }

    /** Returns every word of a type in the order of its constants, for a message such as {@code must be one of a, b}. */
    public static <E extends Enum<E>> String list(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(EnumWords::of).collect(Collectors.joining(", "));
    }
}
