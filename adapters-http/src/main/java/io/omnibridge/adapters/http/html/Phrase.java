package io.omnibridge.adapters.http.html;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text with numbered placeholders, such as <code>{0}</code>. Immutable.
 *
 * @param literals what stands before, between and after the placeholders
 * @param places the number of each placeholder, in the order of the text
 */
record Phrase(List<String> literals, List<Integer> places) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])}");

    Phrase {
        literals = List.copyOf(literals);
        places = List.copyOf(places);
    }

    static Phrase parse(String text) {
        List<String> literals = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            literals.add(text.substring(from, matcher.start()));
            places.add(Integer.valueOf(matcher.group(1)));
            from = matcher.end();
        }
        literals.add(text.substring(from));
        return new Phrase(literals, places);
    }

    /** Returns the text with its arguments. An argument that looks like a placeholder stays as it is. */
    String with(Object... arguments) {
        StringBuilder text = new StringBuilder(literals.get(0));
        for (int i = 0; i < places.size(); i++) {
            text.append(arguments[places.get(i)]).append(literals.get(i + 1));
        }
        return text.toString();
    }

    /** Returns the text as HTML that isolates each argument, so that its characters cannot reorder the text around it. */
    Content isolating(Object... arguments) {
        return output -> {
            output.writeUserContent(literals.get(0));
            for (int i = 0; i < places.size(); i++) {
                writeIsolated(output, arguments[places.get(i)]);
                output.writeUserContent(literals.get(i + 1));
            }
        };
    }

    private static void writeIsolated(TemplateOutput output, Object argument) {
        output.writeContent("<bdi>");
        output.writeUserContent(argument.toString());
        output.writeContent("</bdi>");
    }
}
