package io.omnibridge.adapters.providers.scrub;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * State of a {@link PatternAutomaton}: a beginning that some of its texts have in common. The states behind it are made when one of them
 * is first asked for. Not thread-safe.
 */
final class PatternState {

    /** How many characters of the texts were read. */
    final int depth;

    /** The last of them. */
    final char label;

    /** The state before this one; null for the first. */
    final @Nullable PatternState before;

    /** The longest end of what was read with which a text begins as well; null until it is needed. */
    @Nullable
    PatternState fallback;

    /** Length of the longest text that ends here; 0 if none does. */
    int match;

    private final List<String> texts = new ArrayList<>();
    private @Nullable List<PatternState> next;

    /** The state in which nothing was read. */
    PatternState(Iterable<String> texts) {
        this.depth = 0;
        this.label = 0;
        this.before = null;
        texts.forEach(this.texts::add);
    }

    private PatternState(PatternState before, char label) {
        this.depth = before.depth + 1;
        this.label = label;
        this.before = before;
    }

    /** Returns the state after one more character of one of the texts; null if none of them has it there. */
    @Nullable
    PatternState behind(int unit) {
        return find(behind(), unit);
    }

    /** Returns the states after one more character, one for each that a text has there. */
    List<PatternState> behind() {
        if (next == null) {
            next = grow();
        }
        return next;
    }

    private static @Nullable PatternState find(List<PatternState> states, int unit) {
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).label == unit) {
                return states.get(i);
            }
        }
        return null;
    }

    private List<PatternState> grow() {
        List<PatternState> grown = new ArrayList<>();
        for (String text : texts) {
            if (text.length() > depth) {
                PatternState state = find(grown, text.charAt(depth));
                if (state == null) {
                    state = new PatternState(this, text.charAt(depth));
                    grown.add(state);
                }
                state.add(text);
            }
        }
        return grown;
    }

    private void add(String text) {
        texts.add(text);
        match = text.length() == depth ? depth : match;
    }
}
