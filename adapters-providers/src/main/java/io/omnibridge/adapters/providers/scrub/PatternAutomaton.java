package io.omnibridge.adapters.providers.scrub;

import java.util.Collection;

/**
 * Finds several ASCII texts in one pass (Aho and Corasick, 1975). A state is the longest end of what was read with which one of the
 * texts begins; its size grows with the texts alone. Immutable.
 */
final class PatternAutomaton {

    /** The state in which nothing was read. */
    static final int START = 0;

    private final int[] child;
    private final int[] sibling;
    private final byte[] label;
    private final int[] fallback;
    private final int[] depth;
    private final int[] match;
    private final int longest;
    private int states = 1;

    PatternAutomaton(Collection<String> texts) {
        int size = 1 + texts.stream().mapToInt(String::length).sum();
        child = new int[size];
        sibling = new int[size];
        label = new byte[size];
        fallback = new int[size];
        depth = new int[size];
        match = new int[size];
        longest = texts.stream().mapToInt(String::length).max().orElse(0);
        texts.forEach(this::add);
        linkFallbacks();
    }

    private void add(String text) {
        int state = START;
        for (int i = 0; i < text.length(); i++) {
            int next = childOf(state, text.charAt(i));
            if (next == START) {
                next = states++;
                label[next] = (byte) text.charAt(i);
                sibling[next] = child[state];
                child[state] = next;
                depth[next] = depth[state] + 1;
            }
            state = next;
        }
        match[state] = text.length();
    }

    private void linkFallbacks() {
        int[] waiting = new int[states];
        int last = 0;
        for (int first = 0; first <= last; first++) {
            int state = waiting[first];
            for (int next = child[state]; next != START; next = sibling[next]) {
                fallback[next] = state == START ? START : next(fallback[state], label[next]);
                match[next] = Math.max(match[next], match[fallback[next]]);
                waiting[++last] = next;
            }
        }
    }

    private int childOf(int state, int unit) {
        int next = child[state];
        while (next != START && label[next] != unit) {
            next = sibling[next];
        }
        return next;
    }

    /** Returns the state after one more character; any number that is no ASCII character begins anew. */
    int next(int state, int unit) {
        int from = state;
        int next = childOf(from, unit);
        while (next == START && from != START) {
            from = fallback[from];
            next = childOf(from, unit);
        }
        return next;
    }

    /** Returns the length of the longest text that ends here; 0 if none does. */
    int matchAt(int state) {
        return match[state];
    }

    /** Returns how many characters back a text may have begun. */
    int depthOf(int state) {
        return depth[state];
    }

    int longest() {
        return longest;
    }
}
