package io.omnibridge.adapters.http.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A short page for people. What is in it is text: whatever it is made of, it is shown as it is and never read as HTML.
 *
 * @param heading what has happened, in a few words
 * @param blocks what there is to say about it, in this order
 */
public record Page(String heading, List<Block> blocks) {

    public Page {
        Objects.requireNonNull(heading, "heading");
        blocks = List.copyOf(blocks);
    }

    /** A page with one paragraph. */
    public static Page of(String heading, String paragraph) {
        return new Page(heading, List.of(new Paragraph(paragraph)));
    }

    /** This page with one more paragraph. */
    public Page paragraph(String text) {
        return with(new Paragraph(text));
    }

    /** This page with something to copy. */
    public Page value(String label, String value) {
        return with(new Value(label, value));
    }

    private Page with(Block block) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(block);
        return new Page(heading, more);
    }

    /** A part of a page. */
    public sealed interface Block {}

    /** A paragraph of plain text. */
    public record Paragraph(String text) implements Block {}

    /** Something to copy, and what it is. */
    public record Value(String label, String value) implements Block {}
}
