package io.omnibridge.adapters.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("O10")
class HtmlWriterTest {

    private static final Page PAGE = Page.of("A heading", "A paragraph.").withValue("A label", "a-value");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private static String html(Page page) {
        return new String(HtmlWriter.toBytes(page), UTF_8);
    }

    private static String style() {
        Matcher style = Pattern.compile("<style>(.*)</style>").matcher(html(PAGE));
        assertTrue(style.find());
        return style.group(1);
    }

    @Test
    void a_page_has_what_people_and_screen_readers_need() {
        String html = html(PAGE);
        assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"), html);
        for (String part : List.of(
                "<meta charset=\"utf-8\">",
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
                "<title>A heading · OmniBridge</title>",
                "<main>\n<h1>A heading</h1>\n<p>A paragraph.</p>\n<p>A label</p>\n<p><code>a-value</code></p>\n</main>")) {
            assertTrue(html.contains(part), html);
        }
    }

    @Test
    void a_page_loads_runs_and_sends_nothing() {
        String html = html(PAGE).toLowerCase(java.util.Locale.ROOT);
        for (String part : List.of(
                "<script", "<link", "<img", "<form", "<a ", "src=", "href=", "url(", "@import", " on", "http:")) {
            assertFalse(html.contains(part), part);
        }
    }

    @Test
    void the_policy_allows_the_inline_style_and_nothing_else() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style().getBytes(UTF_8));
        assertEquals(
                "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(digest)
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                HtmlWriter.SECURITY_POLICY);
    }

    @Test
    void text_has_enough_contrast_in_light_and_dark_mode() {
        Matcher colours =
                Pattern.compile("background:(#[0-9a-f]+);color:(#[0-9a-f]+)").matcher(style());
        int pairs = 0;
        while (colours.find()) {
            pairs++;
            assertTrue(contrast(luminance(colours.group(1)), luminance(colours.group(2))) >= 7, colours.group());
        }
        assertEquals(2, pairs);
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** WCAG 2.2, relative luminance. */
    private static double luminance(String colour) {
        String hex = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Property
    void text_is_never_read_as_html(@ForAll String heading, @ForAll String text, @ForAll String value) {
        List<String> expected =
                TAG.matcher(html(PAGE)).results().map(match -> match.group()).toList();
        String html = html(Page.of(heading, text).withValue(text, value));
        assertEquals(
                expected,
                TAG.matcher(html).results().map(match -> match.group()).toList());
    }

    @Test
    void markup_in_text_is_shown_as_text() {
        String html = html(Page.of("<h1>&amp;", "'\"><script>alert(1)</script>").withValue("x", "</code>"));
        assertTrue(html.contains("<h1>&lt;h1&gt;&amp;amp;</h1>"), html);
        assertTrue(html.contains("<p>&#39;&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>"), html);
        assertTrue(html.contains("<code>&lt;/code&gt;</code>"), html);
    }
}
