package io.omnibridge.adapters.providers.scrub;

/** Takes characters with the place where they stand in a stream of bytes. */
interface UnitSink {

    /** Stands for a character that no token has. */
    int OTHER = -1;

    /**
     * Takes the next character.
     *
     * @param unit an ASCII character, or {@link #OTHER}
     * @param start position of its first byte
     * @param end position behind its last byte
     */
    void accept(int unit, long start, long end);
}
