package io.omnibridge.adapters.http.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("W9")
class StyleSheetTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private static final String CSS = StyleSheet.CURRENT.css();

    private static Map<String, String> colours(String block) {
        Map<String, String> colours = new HashMap<>();
        Matcher matcher = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});").matcher(block);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        assertEquals(10, colours.size());
        return colours;
    }

    private static Map<String, String> colours(boolean dark) {
        int start = CSS.indexOf("@media (prefers-color-scheme: dark)");
        int end = CSS.indexOf("\n}", start);
        return colours(dark ? CSS.substring(start, end) : CSS.substring(0, start));
    }

    @ParameterizedTest
    @CsvSource({
        "text, page, 7",
        "text, panel, 7",
        "muted, page, 7",
        "muted, panel, 7",
        "link, page, 7",
        "link, panel, 7",
        "on-action, action, 7",
        "on-danger, danger, 7",
        "border, page, 3",
        "border, panel, 3",
        "action, page, 3",
        "danger, panel, 3"
    })
    void colours_differ_enough_in_light_and_dark_mode(String front, String back, double least) {
        for (boolean dark : List.of(false, true)) {
            Map<String, String> colours = colours(dark);
            double contrast = contrast(luminance(colours, front), luminance(colours, back));
            assertTrue(contrast >= least, () -> front + " on " + back + ": " + contrast);
        }
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** WCAG 2.2, relative luminance. */
    private static double luminance(Map<String, String> colours, String name) {
        String colour = Objects.requireNonNull(colours.get(name));
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void the_sheet_names_no_other_file_and_no_colour_beside_its_variables() {
        for (String part : List.of("url(", "@import", "http:", "https:", "expression", "javascript")) {
            assertFalse(CSS.contains(part), part);
        }
        assertEquals(20, Pattern.compile("#[0-9a-f]{3,}").matcher(CSS).results().count());
    }

    @Test
    void a_browser_may_keep_the_sheet_for_ever() {
        TestResponse response = API.get(StyleSheet.CURRENT.path()).send();

        assertEquals(200, response.status());
        assertEquals("public, max-age=31536000, immutable", response.header("cache-control"));
        assertEquals("text/css;charset=utf-8", response.header("content-type"));
        assertEquals("nosniff", response.header("x-content-type-options"));
        assertEquals(CSS, response.body());
    }

    @Test
    void a_page_of_another_version_gets_the_sheet_of_this_one_and_does_not_keep_it() {
        API.get("/ui/assets/" + "0".repeat(32) + "/pages.css").send().is(200);
    }
}
