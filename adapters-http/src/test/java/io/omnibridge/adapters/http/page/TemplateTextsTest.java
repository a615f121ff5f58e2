package io.omnibridge.adapters.http.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.omnibridge.adapters.http.html.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every template, also for a page that no test opens. */
class TemplateTextsTest {

    private static final Pattern KEY = Pattern.compile("t\\.(?:of|isolating|count)\\(\"([a-z.-]+)\"");
    private static final Pattern LETTERS_OF_TEXT =
            Pattern.compile("(?m)^[^@<$!]*[A-Za-z]{3}|>[^<${]*[A-Za-z]{3}[^<]*<");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/jte"))) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_text_of_a_template_exists(Path template) throws IOException {
        KEY.matcher(Files.readString(template))
                .results()
                .map(key -> key.group(1))
                .forEach(key -> {
                    Texts texts = Texts.in(Locale.ENGLISH);
                    assertTrue(texts.has(key) || texts.has(key + ".one"), key);
                });
    }

    @Tag("W8")
    @ParameterizedTest
    @MethodSource("templates")
    void no_template_writes_without_escaping(Path template) throws IOException {
        assertFalse(Files.readString(template).contains("$unsafe"), template::toString);
    }

    @Tag("W9")
    @ParameterizedTest
    @MethodSource("templates")
    void no_template_has_a_script_a_style_or_a_file_of_another_host(Path template) throws IOException {
        String html = Files.readString(template).toLowerCase(Locale.ROOT);
        for (String part : new String[] {
            "<script",
            "<style",
            "style=",
            "javascript:",
            "http:",
            "https:",
            "//",
            "<iframe",
            "<img",
            "<object",
            "srcset"
        }) {
            assertFalse(html.contains(part), () -> template + " has " + part);
        }
        assertEquals(0, Pattern.compile("\\son[a-z]+=").matcher(html).results().count());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_has_no_text_of_its_own(Path template) throws IOException {
        assumeFalse(template.toString().contains("reference"), "the reference of the API is in English alone");
        String withoutName =
                Files.readString(template).replace("OmniBridge", "").replaceAll("(?m)^[@!].*$|@template[^<]*", "");
        assertFalse(
                LETTERS_OF_TEXT.matcher(withoutName).find(),
                () -> template + ": "
                        + LETTERS_OF_TEXT
                                .matcher(withoutName)
                                .results()
                                .map(found -> found.group())
                                .toList());
    }
}
