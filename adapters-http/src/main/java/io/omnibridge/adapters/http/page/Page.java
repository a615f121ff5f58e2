package io.omnibridge.adapters.http.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Short page for people: a heading and blocks of plain text. {@link HtmlWriter} escapes every text, so none is read as HTML.
 *
 * @param heading what happened, in a few words
 * @param blocks the content below the heading, in order
 */
public record Page(String heading, List<Block> blocks) {

    public Page {
        Objects.requireNonNull(heading, "heading");
        blocks = List.copyOf(blocks);
    }

    /** Returns a page with one paragraph. */
    public static Page of(String heading, String paragraph) {
        return new Page(heading, List.of(new Paragraph(paragraph)));
    }

    /** Returns this page with one more paragraph. */
    public Page withParagraph(String text) {
        return with(new Paragraph(text));
    }

    /** Returns this page with one more value to copy. */
    public Page withValue(String label, String value) {
        return with(new Value(label, value));
    }

    private Page with(Block block) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(block);
        return new Page(heading, more);
    }

    /** One part of a page. */
    public sealed interface Block {}

    /** Paragraph of plain text. */
    public record Paragraph(String text) implements Block {}

    /** Value that a person may copy, below its label. */
    public record Value(String label, String value) implements Block {}
}
