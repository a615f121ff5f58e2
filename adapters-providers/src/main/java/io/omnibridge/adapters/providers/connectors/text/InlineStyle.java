package io.omnibridge.adapters.providers.connectors.text;

import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Declarations of a {@code style} attribute: names and values in lower case, without comments, escapes and {@code !important}. Of
 * two declarations of one name the last holds, unless only the first is important.
 */
record InlineStyle(Map<String, String> declarations) {

    private static final InlineStyle NONE = new InlineStyle(Map.of());

    static InlineStyle of(Element element) {
        String raw = element.attr("style");
        return raw.isEmpty() ? NONE : new InlineStyle(StyleDeclarations.parse(raw));
    }

    /** Returns a value; empty if there is none. */
    String get(String name) {
        return declarations.getOrDefault(name, "");
    }
}
