package io.omnibridge.adapters.http.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;

/** Renders pages with their templates, which the build compiled. Thread-safe. */
public final class HtmlRenderer {

    public static final String CONTENT_TYPE = "text/html;charset=utf-8";

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlRenderer.class.getClassLoader(), "io.omnibridge.adapters.http.templates");

    private HtmlRenderer() {}

    /** Returns the document, encoded in UTF-8. */
    public static byte[] toBytes(HtmlPage page) {
        StringOutput output = new StringOutput();
        ENGINE.render(page.template(), page, output);
        return output.toString().getBytes(StandardCharsets.UTF_8);
    }
}
