package io.omnibridge.adapters.providers.scrub;

/** Looks for tokens in one reading of a stream: as it is, without percent-encoding, without the escapes of JSON, or without both. */
final class TokenView {

    /** Takes the places where tokens stand. */
    interface Found {
        void token(long start, long end);
    }

    private final PatternAutomaton automaton;
    private final Found found;
    private final long[] starts;
    private final PercentUnits percent = new PercentUnits(this::unit);
    private final JsonUnits json;
    private final boolean isUnescaped;
    private final boolean isDecoded;
    private long units;
    private int state = PatternAutomaton.START;

    TokenView(PatternAutomaton automaton, boolean isUnescaped, boolean isDecoded, Found found) {
        this.automaton = automaton;
        this.found = found;
        this.starts = new long[automaton.longest() + 1];
        this.isUnescaped = isUnescaped;
        this.isDecoded = isDecoded;
        this.json = new JsonUnits(isDecoded ? percent : this::unit);
    }

    /** Takes the byte at {@code position}. */
    void accept(byte b, long position) {
        int unit = b < 0 ? UnitSink.OTHER : b;
        if (isUnescaped) {
            json.accept(unit, position, position + 1);
        } else if (isDecoded) {
            percent.accept(unit, position, position + 1);
        } else {
            unit(unit, position, position + 1);
        }
    }

    private void unit(int unit, long start, long end) {
        starts[(int) (units++ % starts.length)] = start;
        state = automaton.next(state, unit);
        int length = automaton.matchAt(state);
        if (length > 0) {
            found.token(startOf(length), end);
        }
    }

    private long startOf(int unitsBack) {
        return starts[(int) ((units - unitsBack) % starts.length)];
    }

    /** Returns whether nothing that was read may become part of a token. */
    boolean isIdle() {
        return state == PatternAutomaton.START && json.isIdle() && percent.isIdle();
    }

    /** Returns the position from which on bytes may turn out to be part of a token; {@code end} if there is none. */
    long undecidedSince(long end) {
        int depth = automaton.depthOf(state);
        if (depth > 0) {
            return startOf(depth);
        }
        return Math.min(json.pendingSince(end), percent.pendingSince(end));
    }
}
