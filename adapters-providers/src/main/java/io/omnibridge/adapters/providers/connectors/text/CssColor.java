package io.omnibridge.adapters.providers.connectors.text;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colour of CSS.
 *
 * @param alpha 0 to 1
 */
record CssColor(int red, int green, int blue, double alpha) {

    static final CssColor WHITE = new CssColor(255, 255, 255, 1);

    /** Two colours whose components differ by no more are one to the eye. */
    private static final int SAME = 12;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("white", "#fff"),
            Map.entry("black", "#000"),
            Map.entry("snow", "#fffafa"),
            Map.entry("ivory", "#fffff0"),
            Map.entry("ghostwhite", "#f8f8ff"),
            Map.entry("floralwhite", "#fffaf0"),
            Map.entry("whitesmoke", "#f5f5f5"),
            Map.entry("mintcream", "#f5fffa"),
            Map.entry("azure", "#f0ffff"),
            Map.entry("red", "#f00"),
            Map.entry("lime", "#0f0"),
            Map.entry("green", "#008000"),
            Map.entry("blue", "#00f"),
            Map.entry("navy", "#000080"),
            Map.entry("yellow", "#ff0"),
            Map.entry("orange", "#ffa500"),
            Map.entry("purple", "#800080"),
            Map.entry("gray", "#808080"),
            Map.entry("grey", "#808080"),
            Map.entry("silver", "#c0c0c0"),
            Map.entry("gainsboro", "#dcdcdc"),
            Map.entry("lightgray", "#d3d3d3"),
            Map.entry("lightgrey", "#d3d3d3"),
            Map.entry("transparent", "#0000"));

    private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
    private static final Pattern RGB =
            Pattern.compile("rgba?\\( ?(\\d{1,3})(%?) ?[, ] ?(\\d{1,3})%? ?[, ] ?(\\d{1,3})%?(?: ?[,/]"
                    + " ?(\\d{0,3}(?:\\.\\d{1,6})?)(%?))? ?\\)");
    private static final Pattern HSL =
            Pattern.compile("hsla?\\( ?[\\d.]{1,6}(?:deg)? ?[, ] ?[\\d.]{1,6}% ?[, ] ?([\\d.]{1,6})%.*\\)");

    /**
     * Returns a colour; empty if it is none that is known.
     *
     * @param css in lower case
     */
    static Optional<CssColor> of(String css) {
        String color = NAMES.getOrDefault(css, css);
        Matcher hex = HEX.matcher(color);
        if (hex.matches()) {
            return Optional.of(ofHex(hex.group(1)));
        }
        Matcher rgb = RGB.matcher(color);
        if (rgb.matches()) {
            return Optional.of(ofRgb(rgb));
        }
        Matcher hsl = HSL.matcher(color);
        return hsl.matches() && (hsl.group(1).equals("100") || hsl.group(1).equals("0"))
                ? of(hsl.group(1).equals("0") ? "black" : "white")
                : Optional.empty();
    }

    private static CssColor ofHex(String digits) {
        String full = digits.length() > 4 ? digits : digits.replaceAll("(.)", "$1$1");
        double alpha = full.length() == 8 ? Integer.parseInt(full.substring(6), 16) / 255.0 : 1;
        return new CssColor(
                Integer.parseInt(full.substring(0, 2), 16),
                Integer.parseInt(full.substring(2, 4), 16),
                Integer.parseInt(full.substring(4, 6), 16),
                alpha);
    }

    private static CssColor ofRgb(Matcher rgb) {
        double unit = rgb.group(2).isEmpty() ? 1 : 2.55;
        double alpha = CssLength.pixels(rgb.group(5) == null ? "1" : rgb.group(5) + rgb.group(6), 1)
                .orElse(1);
        return new CssColor(
                (int) (Integer.parseInt(rgb.group(1)) * unit),
                (int) (Integer.parseInt(rgb.group(3)) * unit),
                (int) (Integer.parseInt(rgb.group(4)) * unit),
                alpha);
    }

    boolean isTransparent() {
        return alpha <= 0.05;
    }

    /** Returns whether text of this colour cannot be seen on a background. */
    boolean isInvisibleOn(CssColor background) {
        return isTransparent()
                || (Math.abs(red - background.red) <= SAME
                        && Math.abs(green - background.green) <= SAME
                        && Math.abs(blue - background.blue) <= SAME);
    }
}
