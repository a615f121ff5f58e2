package io.omnibridge.adapters.providers.scrub;

/** Looks for tokens in one reading of a stream: as it is, without percent-encoding, without the escapes of JSON, or without both. */
final class TokenView {

    /** Takes the places where tokens stand. */
    interface Found {
        void token(long start, long end);
    }

    private static final long[] NOTHING = {};

    private final PatternAutomaton automaton;
    private final Found found;
    private long[] starts = NOTHING;
    private final PercentUnits percent = new PercentUnits(this::unit);
    private final JsonUnits json;
    private final boolean isUnescaped;
    private final boolean isDecoded;
    private int place;
    private PatternState state;

    TokenView(PatternAutomaton automaton, boolean isUnescaped, boolean isDecoded, Found found) {
        this.automaton = automaton;
        this.found = found;
        this.state = automaton.start();
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
        state = automaton.next(state, unit);
        if (state.depth > 0) {
            note(start);
        }
        if (state.match > 0) {
            found.token(startOf(state.match), end);
        }
    }

    /** Stores where a character began, as long as a token may have begun with it. */
    private void note(long start) {
        if (starts.length == 0) {
            starts = new long[automaton.longest() + 1];
        }
        starts[place] = start;
        place = place + 1 == starts.length ? 0 : place + 1;
    }

    private long startOf(int unitsBack) {
        int index = place - unitsBack;
        return starts[index < 0 ? index + starts.length : index];
    }

    /** Goes on where another view stands, for which all characters since it was idle were the same. */
    void follow(TokenView other) {
        state = other.state;
        starts = other.starts.clone();
        place = other.place;
    }

    /** Returns whether nothing that was read may become part of a token. */
    boolean isIdle() {
        return state.depth == 0 && json.isIdle() && percent.isIdle();
    }

    /** Returns the position from which on bytes may turn out to be part of a token; {@code end} if there is none. */
    long undecidedSince(long end) {
        if (state.depth > 0) {
            return startOf(state.depth);
        }
        return Math.min(json.pendingSince(end), percent.pendingSince(end));
    }
}
