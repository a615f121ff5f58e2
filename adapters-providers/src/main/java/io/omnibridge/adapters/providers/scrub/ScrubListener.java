package io.omnibridge.adapters.providers.scrub;

/** Counts what was removed from the responses of providers. Called by many threads. */
public interface ScrubListener {

    /** Counts nothing. */
    ScrubListener NONE = new ScrubListener() {
        @Override
        public void masked(int count) {}

        @Override
        public void droppedFields(int count) {}
    };

    /** Called after {@code count} occurrences of a token were masked. */
    void masked(int count);

    /** Called after {@code count} JSON fields were dropped. */
    void droppedFields(int count);
}
