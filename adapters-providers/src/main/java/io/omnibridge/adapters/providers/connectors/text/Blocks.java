package io.omnibridge.adapters.providers.connectors.text;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Breaks lines as the elements of HTML do. */
final class Blocks {

    private static final Set<String> PARAGRAPHS = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "hr", "section", "article");

    private Blocks() {}

    static void before(Element element, TextLines lines) {
        around(element, lines);
        if (element.nameIs("br")) {
            lines.lineBreak();
        } else if (element.nameIs("li")) {
            lines.words("- ");
        }
    }

    static void after(Element element, TextLines lines) {
        around(element, lines);
    }

    private static void around(Element element, TextLines lines) {
        String name = element.normalName();
        if (PARAGRAPHS.contains(name)) {
            lines.paragraph();
        } else if (name.equals("td") || name.equals("th")) {
            lines.space();
        } else if (element.isBlock()) {
            lines.line();
        }
    }
}
