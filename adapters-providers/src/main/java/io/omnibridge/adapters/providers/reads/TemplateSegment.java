package io.omnibridge.adapters.providers.reads;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One segment of a {@link PathTemplate}. */
public sealed interface TemplateSegment {

    /** Segment that is this text. */
    record Literal(String text) implements TemplateSegment {}

    /** Segment of any text. */
    record Parameter(String name) implements TemplateSegment {}

    /** Function with one quoted argument, such as {@code search(q='{q}')}. */
    record Function(String head, String name, String tail) implements TemplateSegment {

        /** Returns the argument in {@code segment}; empty if it does not call this function. */
        Optional<String> argument(String segment) {
            return Optional.of(segment)
                    .filter(it -> it.length() > head.length() + tail.length())
                    .filter(it -> it.startsWith(head) && it.endsWith(tail))
                    .map(it -> it.substring(head.length(), it.length() - tail.length()));
        }

        /** Returns a segment of a client as it is sent: a quote in the argument is doubled (OData 4.01 URL Conventions §5.1.1.6). */
        String encoded(String segment) {
            return head + Percent.encode(argument(segment).orElseThrow().replace("'", "''")) + tail;
        }

        /** Returns a segment as a client writes it, in place of one as it is sent, but decoded. */
        String undoubled(String segment) {
            return head + argument(segment).orElseThrow().replace("''", "'") + tail;
        }
    }

    /** One to twenty segments at the end. */
    record Rest(String name) implements TemplateSegment {}

    /** Any number of segments at the end. Only an operator's own entry has it. */
    record Anything() implements TemplateSegment {}

    Pattern PARAMETER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_-]{0,62})(\\+?)}");
    Pattern FUNCTION = Pattern.compile("([A-Za-z][A-Za-z.]*\\([A-Za-z]+=')\\{([A-Za-z]{1,63})}('\\))");
    Pattern LITERAL = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~$@=,-]{1,100}");

    /** Parses a segment of a template; empty if it is malformed. */
    static Optional<TemplateSegment> parse(String text) {
        Matcher parameter = PARAMETER.matcher(text);
        if (parameter.matches()) {
            String name = parameter.group(1);
            return Optional.of(parameter.group(2).isEmpty() ? new Parameter(name) : new Rest(name));
        }
        Matcher function = FUNCTION.matcher(text);
        if (function.matches()) {
            return Optional.of(new Function(function.group(1), function.group(2), function.group(3)));
        }
        if (text.equals("**")) {
            return Optional.of(new Anything());
        }
        return Optional.of(text).filter(it -> LITERAL.matcher(it).matches()).map(Literal::new);
    }

    /** Returns whether the segment stands for all segments that remain, and so can only be the last one. */
    default boolean isOpen() {
        return this instanceof Rest || this instanceof Anything;
    }
}
