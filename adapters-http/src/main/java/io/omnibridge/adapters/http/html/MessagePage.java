package io.omnibridge.adapters.http.html;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Page that says what happened and what to do next.
 *
 * @param paragraphs the text below the title, in order
 * @param values values that a person may copy
 * @param next where the person can go on; empty if that is not a page of OmniBridge
 * @param reference the request id, by which the operator finds the request in the log; empty unless something failed
 */
public record MessagePage(
        Frame frame, List<Content> paragraphs, List<Value> values, Optional<Link> next, Optional<String> reference)
        implements HtmlPage {

    public MessagePage {
        Objects.requireNonNull(frame, "frame");
        paragraphs = List.copyOf(paragraphs);
        values = List.copyOf(values);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(reference, "reference");
    }

    /** Value that a person may copy, below its label. */
    public record Value(String label, String value) {}

    /** Returns a page with the texts <i>key</i>{@code .heading} and <i>key</i>{@code .text}. */
    public static MessagePage of(PageContext context, String key) {
        Texts texts = context.texts();
        return of(Frame.open(context, texts.of(key + ".heading")), texts.of(key + ".text"));
    }

    /** Returns a page with one paragraph. */
    public static MessagePage of(Frame frame, String paragraph) {
        return of(frame, text(paragraph));
    }

    /** Returns a page with one paragraph. */
    public static MessagePage of(Frame frame, Content paragraph) {
        return new MessagePage(frame, List.of(paragraph), List.of(), Optional.empty(), Optional.empty());
    }

    /** Returns this page with one more paragraph. */
    public MessagePage withParagraph(String text) {
        return new MessagePage(frame, with(paragraphs, text(text)), values, next, reference);
    }

    /** Returns this page with one more value to copy. */
    public MessagePage withValue(String label, String value) {
        return new MessagePage(frame, paragraphs, with(values, new Value(label, value)), next, reference);
    }

    /** Returns this page with a link. */
    public MessagePage withNext(Link link) {
        return new MessagePage(frame, paragraphs, values, Optional.of(link), reference);
    }

    /** Returns this page with the reference number of the request. */
    public MessagePage withReference(String requestId) {
        return new MessagePage(frame, paragraphs, values, next, Optional.of(requestId));
    }

    @Override
    public String template() {
        return "message.jte";
    }

    private static Content text(String text) {
        return output -> output.writeUserContent(text);
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
