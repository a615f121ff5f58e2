package io.omnibridge.adapters.providers.scrub;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds several ASCII texts in one pass (Aho and Corasick, 1975). A state is the longest end of what was read with which one of the
 * texts begins. Only the states that were reached are made: most responses hold nothing of a token but single characters. Not
 * thread-safe.
 */
final class PatternAutomaton {

    private static final int ASCII = 128;

    private final PatternState start;
    private final @Nullable PatternState[] first = new PatternState[ASCII];
    private final int longest;

    PatternAutomaton(Collection<String> texts) {
        start = new PatternState(texts);
        start.fallback = start;
        start.behind().forEach(state -> first[state.label] = state);
        longest = texts.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Returns the state in which nothing was read. */
    PatternState start() {
        return start;
    }

    int longest() {
        return longest;
    }

    /** Returns the state after one more character; any number that is no ASCII character begins anew. */
    PatternState next(PatternState state, int unit) {
        PatternState from = state;
        PatternState next = behind(from, unit);
        while (next == null && from != start) {
            from = Objects.requireNonNull(from.fallback);
            next = behind(from, unit);
        }
        if (next == null) {
            return start;
        }
        if (next.fallback == null) {
            link(next);
        }
        return next;
    }

    private @Nullable PatternState behind(PatternState state, int unit) {
        if (state == start) {
            return unit >= 0 && unit < ASCII ? first[unit] : null;
        }
        return state.behind(unit);
    }

    /** Finds the fallbacks of a state that is reached for the first time. All states on the way to it have theirs. */
    private void link(PatternState reached) {
        Deque<PatternState> linked = new ArrayDeque<>();
        PatternState state = reached;
        while (state.fallback == null) {
            state.fallback = fallback(state);
            linked.push(state);
            state = state.fallback;
        }
        linked.forEach(it -> it.match = Math.max(it.match, Objects.requireNonNull(it.fallback).match));
    }

    private PatternState fallback(PatternState state) {
        PatternState from = Objects.requireNonNull(state.before);
        PatternState found = null;
        while (found == null && from != start) {
            from = Objects.requireNonNull(from.fallback);
            found = behind(from, state.label);
        }
        return found == null ? start : found;
    }
}
