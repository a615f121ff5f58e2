package io.omnibridge.adapters.providers.connectors.text;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of CSS in pixels. */
final class CssLength {

    private static final Pattern LENGTH =
            Pattern.compile("([-+]?\\d{0,9}(?:\\.\\d{1,9})?)(px|pt|pc|em|rem|ex|ch|in|cm|mm|q|vw|vh|%)?");

    private CssLength() {}

    /**
     * Returns a length.
     *
     * @param css in lower case
     * @param whole what 100 % and 1 em are, in pixels
     */
    static OptionalDouble pixels(String css, double whole) {
        Matcher length = LENGTH.matcher(css);
        if (!length.matches() || length.group(1).chars().noneMatch(Character::isDigit)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(length.group(1)) * unit(length.group(2), whole));
    }

    private static double unit(String unit, double whole) {
        return switch (unit == null ? "px" : unit) {
            case "pt" -> 4.0 / 3;
            case "pc", "rem" -> 16;
            case "em" -> whole;
            case "ex", "ch" -> whole / 2;
            case "in" -> 96;
            case "cm" -> 37.8;
            case "mm" -> 3.78;
            case "q" -> 0.945;
            case "vw", "vh" -> 10;
            case "%" -> whole / 100;
            default -> 1;
        };
    }
}
