package io.omnibridge.adapters.providers.scrub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F12")
class PatternAutomatonTest {

    /** Two letters only, so that texts begin inside of one another. */
    @Property
    @net.jqwik.api.Tag("F12")
    void each_place_has_the_longest_text_that_ends_there(
            @ForAll @Size(min = 1, max = 5)
                    Set<@CharRange(from = 'a', to = 'b') @StringLength(min = 1, max = 7) String> texts,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 60) String read) {
        assertEquals(searched(texts, read), found(new PatternAutomaton(texts), read));
    }

    /** Returns for each character of {@code read} the length of the longest text that ends with it. */
    private static List<Integer> found(PatternAutomaton automaton, String read) {
        List<Integer> found = new ArrayList<>();
        PatternState state = automaton.start();
        for (int i = 0; i < read.length(); i++) {
            state = automaton.next(state, read.charAt(i));
            found.add(state.match);
        }
        return found;
    }

    private static List<Integer> searched(Collection<String> texts, String read) {
        return IntStream.rangeClosed(1, read.length())
                .mapToObj(end -> texts.stream()
                        .filter(read.substring(0, end)::endsWith)
                        .mapToInt(String::length)
                        .max()
                        .orElse(0))
                .toList();
    }

    @Test
    void a_text_is_found_again_by_the_states_that_it_left() {
        PatternAutomaton automaton = new PatternAutomaton(List.of("abab", "bb"));

        assertEquals(found(automaton, "ababbababb"), found(automaton, "ababbababb"));
        assertEquals(List.of(0, 0, 0, 4, 2), found(automaton, "ababb"));
    }

    @Test
    void what_is_no_character_begins_anew() {
        PatternAutomaton automaton = new PatternAutomaton(List.of("ab"));
        PatternState inside = automaton.next(automaton.start(), 'a');

        assertEquals(1, inside.depth);
        assertEquals(automaton.start(), automaton.next(inside, UnitSink.OTHER));
        assertEquals(2, automaton.next(inside, 'b').match);
    }

    @Test
    void a_long_text_that_repeats_itself_needs_no_deep_stack() {
        String text = "t".repeat(16_000) + "u";
        List<Integer> found = found(new PatternAutomaton(List.of(text, text.substring(1))), "t".repeat(20_000) + "u");

        assertEquals(16_001, found.get(found.size() - 1));
        assertTrue(Stream.of(0, 10_000, 19_999).allMatch(place -> found.get(place) == 0));
    }
}
