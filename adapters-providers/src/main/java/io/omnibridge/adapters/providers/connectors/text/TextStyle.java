package io.omnibridge.adapters.providers.connectors.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * How text looks, as far as that decides whether it is seen. An element has the look of its parent unless it says otherwise.
 *
 * @param fontSize in pixels
 * @param color empty if it is the usual one, or unknown
 * @param background empty if it is unknown, such as an image or what a style sheet says
 * @param hasStyleSheet whether classes may mean something
 */
record TextStyle(
        double fontSize,
        Optional<CssColor> color,
        Optional<CssColor> background,
        boolean isShown,
        boolean isPreformatted,
        boolean hasStyleSheet) {

    private static final double MIN_FONT_SIZE = 2;

    /** Colour that is like no other. */
    private static final CssColor UNKNOWN = new CssColor(-1_000, -1_000, -1_000, 1);

    /** A space that is not inside brackets. */
    private static final Pattern FIRST_VALUE = Pattern.compile(" (?![^(]*\\))");

    private static final Pattern FONT = Pattern.compile("(?:^|.* )(\\d*\\.?\\d+(?:px|pt|em|rem|%)?)(?: ?/.*| .*)");

    static TextStyle root(boolean hasStyleSheet) {
        return new TextStyle(16, Optional.empty(), Optional.of(CssColor.WHITE), true, false, hasStyleSheet);
    }

    boolean isVisible() {
        return isShown
                && fontSize >= MIN_FONT_SIZE
                && color.filter(this::isInvisible).isEmpty();
    }

    private boolean isInvisible(CssColor text) {
        return text.isTransparent() || background.filter(text::isInvisibleOn).isPresent();
    }

    /** Returns the look of an element inside. */
    TextStyle of(Element element, InlineStyle style) {
        return element.attributes().isEmpty() && !isPreformatted(element) ? this : changed(element, style);
    }

    private TextStyle changed(Element element, InlineStyle style) {
        return new TextStyle(
                fontSize(style),
                color(element, style).or(() -> color),
                background(element, style),
                style.get("visibility").isEmpty() ? isShown : !isHiding(style.get("visibility")),
                isPreformatted
                        || isPreformatted(element)
                        || style.get("white-space").startsWith("pre"),
                hasStyleSheet);
    }

    private static boolean isPreformatted(Element element) {
        return element.nameIs("pre") || element.nameIs("textarea");
    }

    private static boolean isHiding(String visibility) {
        return visibility.equals("hidden") || visibility.equals("collapse");
    }

    private double fontSize(InlineStyle style) {
        Matcher font = FONT.matcher(style.get("font"));
        String size = style.get("font-size").isEmpty() && font.matches() ? font.group(1) : style.get("font-size");
        return CssLength.pixels(size, fontSize)
                .orElse(size.isEmpty() || size.equals("inherit") ? fontSize : TextStyle.root(false).fontSize);
    }

    private static Optional<CssColor> color(Element element, InlineStyle style) {
        return Stream.of(
                        style.get("-webkit-text-fill-color"),
                        style.get("color"),
                        element.nameIs("font") ? element.attr("color").toLowerCase(Locale.ROOT) : "",
                        element.nameIs("body") ? element.attr("text").toLowerCase(Locale.ROOT) : "")
                .filter(it -> !it.isEmpty() && !it.equals("inherit"))
                .findFirst()
                .map(it -> CssColor.of(it).orElse(UNKNOWN));
    }

    private Optional<CssColor> background(Element element, InlineStyle style) {
        String image = style.get("background-image") + style.get("background");
        if (image.contains("url(") || image.contains("gradient(") || element.hasAttr("background")) {
            return Optional.empty();
        }
        Optional<CssColor> named = Stream.of(
                        style.get("background-color"),
                        FIRST_VALUE.split(style.get("background"), 2)[0],
                        element.attr("bgcolor").toLowerCase(Locale.ROOT))
                .flatMap(it -> CssColor.of(it).stream())
                .findFirst()
                .filter(it -> !it.isTransparent());
        boolean isStyledElsewhere = hasStyleSheet && (element.hasAttr("class") || element.hasAttr("id"));
        return named.isPresent() || !isStyledElsewhere ? named.or(() -> background) : Optional.empty();
    }
}
