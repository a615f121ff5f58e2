package io.omnibridge.adapters.providers.connectors.text;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says which inline styles hide an element with all that is in it. */
final class HiddenBoxes {

    private static final double MIN_SIZE = 2;
    private static final double OFF_SCREEN = 300;
    private static final double MIN_OPACITY = 0.05;
    private static final double FONT_SIZE = 16;
    private static final Set<String> CLIPPING = Set.of("hidden", "clip", "scroll", "auto");
    private static final Pattern NO_AREA = Pattern.compile("rect\\((?:[01](?:px)?[,"
            + " ]*){4}\\)|inset\\((?:100|[5-9]\\d)(?:\\.\\d+)?%.*\\)|circle\\(0(?:px|%)?.*\\)|polygon\\(0"
            + " ?0.*\\)");
    private static final Pattern NO_SCALE = Pattern.compile(".*\\bscale[xy3d]*\\( ?0(?:\\.0\\d*)?[ ,)].*");
    private static final Pattern FAR = Pattern.compile(".*\\btranslate[xy3d]*\\([^)]*-\\d{3,}.*");
    private static final Pattern NO_FILTER = Pattern.compile(".*\\bopacity\\( ?0(?:\\.0\\d*)?%? ?\\).*");

    private HiddenBoxes() {}

    static boolean isHidden(InlineStyle style) {
        return !style.declarations().isEmpty()
                && (style.get("display").equals("none")
                        || style.get("content-visibility").equals("hidden")
                        || isTransparent(style.get("opacity"))
                        || NO_FILTER.matcher(style.get("filter")).matches()
                        || isClipped(style)
                        || isOffScreen(style));
    }

    private static boolean isTransparent(String opacity) {
        return CssLength.pixels(opacity, 1).orElse(1) <= MIN_OPACITY;
    }

    private static boolean isClipped(InlineStyle style) {
        boolean isClipping = Stream.of("overflow", "overflow-x", "overflow-y")
                .flatMap(it -> Stream.of(style.get(it).split(" ")))
                .anyMatch(CLIPPING::contains);
        boolean isTiny = Stream.of("height", "width", "max-height", "max-width")
                .anyMatch(it -> CssLength.pixels(style.get(it), FONT_SIZE).orElse(FONT_SIZE) < MIN_SIZE);
        return (isClipping && isTiny)
                || NO_AREA.matcher(style.get("clip")).matches()
                || NO_AREA.matcher(style.get("clip-path")).matches()
                || NO_SCALE.matcher(style.get("transform") + " ").matches()
                || CssLength.pixels(style.get("zoom"), 1).orElse(1) <= MIN_OPACITY;
    }

    private static boolean isOffScreen(InlineStyle style) {
        return Stream.of(
                                "left",
                                "top",
                                "right",
                                "bottom",
                                "text-indent",
                                "margin",
                                "margin-left",
                                "margin-top",
                                "margin-right")
                        .flatMap(it -> Stream.of(style.get(it).split(" ")))
                        .anyMatch(it -> CssLength.pixels(it, FONT_SIZE).orElse(0) <= -OFF_SCREEN)
                || FAR.matcher(style.get("transform")).matches();
    }
}
