package io.omnibridge.adapters.providers.connectors.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Parses the declarations of a {@code style} attribute (CSS Style Attributes), as far as {@link InlineStyle} needs them. */
final class StyleDeclarations {

    /** No value that says something here is longer. */
    private static final int MAX_VALUE = 200;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|$)", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9a-f]{1,6})\\s?");
    private static final Pattern CALCULATION = Pattern.compile("(?:calc|min|max)\\( ?([^(),]*?) ?\\)");
    private static final String IMPORTANT = "!important";

    private StyleDeclarations() {}

    /** Returns values by their names. */
    static Map<String, String> parse(String raw) {
        String css = COMMENT.matcher(raw.toLowerCase(Locale.ROOT)).replaceAll("");
        css = ESCAPE.matcher(css).replaceAll(it -> unescaped(it.group(1))).replace("\\", "");
        Map<String, String> declarations = new HashMap<>();
        Map<String, String> important = new HashMap<>();
        for (String declaration : css.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String value = declaration
                        .substring(colon + 1)
                        .replaceAll("\\s+", " ")
                        .replace("! ", "!")
                        .strip();
                (value.endsWith(IMPORTANT) ? important : declarations)
                        .put(
                                declaration.substring(0, colon).strip(),
                                simple(value.replace(IMPORTANT, "").strip()));
            }
        }
        declarations.putAll(important);
        return declarations;
    }

    private static String simple(String value) {
        String kept = value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE);
        return CALCULATION.matcher(kept).replaceAll("$1");
    }

    private static String unescaped(String hex) {
        int character = Integer.parseInt(hex, 16);
        return character > 0x20 && character < 0x7f
                ? String.valueOf((char) character).toLowerCase(Locale.ROOT).replace("\\", "")
                : "";
    }
}
