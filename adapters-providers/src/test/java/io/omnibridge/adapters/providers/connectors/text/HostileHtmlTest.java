package io.omnibridge.adapters.providers.connectors.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.MissingTextReason;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are made to take time and memory. What is allocated stands for both: the work is proportional to it. */
class HostileHtmlTest {

    private static final long MAX_ALLOCATED = 200L * 1024 * 1024;
    private static final int MIB = 1024 * 1024;

    /** A document that takes time by its square takes minutes at this length already. */
    private static final int LENGTH = MIB / 4;

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("nested elements", "<div>".repeat(LENGTH)),
                Arguments.of("entities", "&#8203;&amp;".repeat(4 * LENGTH / 12)),
                Arguments.of("broken entities", "&".repeat(4 * LENGTH)),
                Arguments.of(
                        "formatting in every paragraph",
                        "<b><i><u><s><em><tt><big><code><font>" + "<p>x".repeat(LENGTH)),
                Arguments.of("formatting across blocks", "<b><p></b>".repeat(LENGTH / 2)),
                Arguments.of("links across blocks", "<a><div>".repeat(LENGTH / 2)),
                Arguments.of("nested tables", "<table>".repeat(LENGTH / 2)),
                Arguments.of("text between cells", "<table>" + "x<b>".repeat(LENGTH)),
                Arguments.of("many attributes", "<a " + numbered("a", "=1 ") + ">x"),
                Arguments.of("many declarations", "<p style='" + numbered("a", ":1;") + "'>x"),
                Arguments.of("a long value", "<p style='font:" + " 1".repeat(LENGTH) + "'>x"),
                Arguments.of("open comments of CSS", "<p style='" + "/*".repeat(LENGTH / 3) + "'>x"),
                Arguments.of("open comments", "<!--".repeat(LENGTH)),
                Arguments.of("only less-than signs", "<".repeat(4 * LENGTH)),
                Arguments.of("nested hidden elements", "<p style='display:none'>".repeat(LENGTH / 10)),
                Arguments.of("many links", "<a href=https://x.example/?a=1>x".repeat(LENGTH / 10)),
                Arguments.of("one long URL", "https://x.example/?" + "%3a%2f%2f&".repeat(LENGTH / 4)));
    }

    private static String numbered(String before, String after) {
        return IntStream.range(0, LENGTH / 10)
                .mapToObj(it -> before + it + after)
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void takes_memory_and_work_in_proportion_to_what_is_read(String name, String html) {
        long before = allocated();
        ItemText text = ItemTexts.html(html);
        ItemText plain = ItemTexts.plain(html);

        assertTrue(allocated() - before < MAX_ALLOCATED, name + ": " + (allocated() - before) / MIB + " MiB");
        assertTrue(length(text) <= ItemText.MAX_LENGTH && length(plain) <= ItemText.MAX_LENGTH);
    }

    @Test
    void says_that_a_document_goes_on() {
        String begin = "<p>x</p>";

        assertEquals(new ItemText.Present("x", true, 0, 0), ItemTexts.html(begin + "<p></p>".repeat(20_000) + "y"));
        assertEquals(new ItemText.Present("x", true, 0, 0), ItemTexts.html(begin + " ".repeat(1_000_000) + "y"));
        assertEquals(new ItemText.Missing(MissingTextReason.TOO_LARGE), ItemTexts.html("<b></b>".repeat(20_000) + "y"));
        ItemText.Present cut = assertInstanceOf(ItemText.Present.class, ItemTexts.html("\ud83d\ude00".repeat(300_000)));
        assertEquals(ItemText.MAX_LENGTH, length(cut));
        assertTrue(cut.isTruncated());
    }

    private static int length(ItemText text) {
        return text instanceof ItemText.Present present
                ? present.text().codePointCount(0, present.text().length())
                : 0;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
