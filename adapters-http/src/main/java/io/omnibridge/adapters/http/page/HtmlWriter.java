package io.omnibridge.adapters.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.omnibridge.domain.Sha256;
import java.util.Base64;

/**
 * Writes a {@link Page} as one HTML document. The document has an inline style and no scripts, links, forms or external
 * resources. Text has a contrast of at least 7:1 in light and dark mode (WCAG 2.2, 1.4.6). Thread-safe.
 */
public final class HtmlWriter {

    public static final String CONTENT_TYPE = "text/html;charset=utf-8";

    private static final String STYLE = ":root{color-scheme:light dark}"
            + "body{margin:0;background:#fff;color:#1a1a1a;font:1.125rem/1.5 system-ui,sans-serif}"
            + "main{max-width:36rem;margin:0 auto;padding:3rem 1rem}"
            + "h1{font-size:1.5rem;line-height:1.25}"
            + "code{display:block;padding:.5rem;border:1px solid;overflow-wrap:anywhere}"
            + "@media(prefers-color-scheme:dark){body{background:#1a1a1a;color:#f2f2f2}}";

    private static final String START = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            """;

    /** Content security policy (CSP Level 3) for these documents: allows the inline style and nothing else. */
    public static final String SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + styleHash()
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private HtmlWriter() {}

    /** Returns the document, encoded in UTF-8. */
    public static byte[] toBytes(Page page) {
        StringBuilder html = new StringBuilder(START);
        html.append("<title>").append(escaped(page.heading())).append(" · OmniBridge</title>\n");
        html.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        html.append("<h1>").append(escaped(page.heading())).append("</h1>\n");
        page.blocks().forEach(block -> html.append(block(block)));
        return html.append("</main>\n</body>\n</html>\n").toString().getBytes(UTF_8);
    }

    private static String block(Page.Block block) {
        if (block instanceof Page.Value value) {
            return "<p>" + escaped(value.label()) + "</p>\n<p><code>" + escaped(value.value()) + "</code></p>\n";
        }
        return "<p>" + escaped(((Page.Paragraph) block).text()) + "</p>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String styleHash() {
        return Base64.getEncoder().encodeToString(Sha256.of(STYLE));
    }
}
