package io.omnibridge.adapters.providers.scrub;

/**
 * Output of a {@link JsonFilter}. What stands before a value is held until it is known whether the value is kept. While muted, it
 * takes nothing. Not thread-safe.
 */
final class JsonOutput {

    private static final int NOT_MUTED = -1;

    /** Room for a name, and white space around it. */
    private static final int MAX_HELD = 128 * 1024;

    private final GrowingBytes written = new GrowingBytes();
    private final GrowingBytes held = new GrowingBytes();
    private int mutedAt = NOT_MUTED;

    /** Holds what belongs to the next value, or stands between two. */
    void defer(byte... bytes) throws UnreadableResponse {
        if (isMuted()) {
            return;
        }
        held.add(bytes);
        if (held.size() > MAX_HELD) {
            throw new UnreadableResponse("the JSON has too much white space");
        }
    }

    /** Writes what is held, and then {@code bytes}. */
    void write(byte... bytes) {
        if (!isMuted()) {
            written.addAll(held);
            written.add(bytes);
        }
    }

    /** Forgets what belongs to a value that is dropped. */
    void forget() {
        held.clear();
    }

    /** Takes nothing until the value that begins at {@code depth} ends. */
    void mute(int depth) {
        mutedAt = depth;
        held.clear();
    }

    boolean isMuted() {
        return mutedAt != NOT_MUTED;
    }

    /** Ends a value at {@code depth}, and returns whether it was the one that was muted. */
    boolean unmute(int depth) {
        boolean isIt = mutedAt == depth;
        mutedAt = isIt ? NOT_MUTED : mutedAt;
        return isIt;
    }

    /** Returns what was written, once. White space behind the document is held for good. */
    byte[] take() {
        return written.take();
    }
}
