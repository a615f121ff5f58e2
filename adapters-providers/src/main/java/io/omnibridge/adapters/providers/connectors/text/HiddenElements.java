package io.omnibridge.adapters.providers.connectors.text;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Says which elements a person does not see, whatever is in them. What is hidden from screen readers alone is seen. */
final class HiddenElements {

    /** Elements whose content is no text. */
    private static final Set<String> MACHINERY = Set.of("script", "style", "head", "title", "meta", "link", "base");

    /** Elements whose content browsers do not show. */
    private static final Set<String> NEVER_SHOWN = Set.of(
            "template",
            "noscript",
            "noembed",
            "noframes",
            "datalist",
            "iframe",
            "object",
            "audio",
            "video",
            "canvas",
            "desc",
            "metadata",
            "defs",
            "rp",
            "param",
            "source",
            "track",
            "area");

    private HiddenElements() {}

    static boolean isMachinery(Element element) {
        return MACHINERY.contains(element.normalName());
    }

    static boolean isHidden(Element element, InlineStyle style) {
        return NEVER_SHOWN.contains(element.normalName())
                || element.hasAttr("hidden")
                || (element.nameIs("input") && element.attr("type").equalsIgnoreCase("hidden"))
                || (element.nameIs("dialog") && !element.hasAttr("open"))
                || HiddenBoxes.isHidden(style);
    }
}
