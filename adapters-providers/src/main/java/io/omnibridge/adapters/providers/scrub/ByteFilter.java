package io.omnibridge.adapters.providers.scrub;

/** Changes a stream of bytes while it passes. Not thread-safe. */
public interface ByteFilter {

    /**
     * Takes the next bytes, and returns those that are decided.
     *
     * @throws UnreadableResponse if the stream is not what it has to be
     */
    byte[] filter(byte[] chunk) throws UnreadableResponse;

    /**
     * Ends the stream, and returns what was held back.
     *
     * @throws UnreadableResponse if the stream is not complete
     */
    byte[] finish() throws UnreadableResponse;

    /** Returns this filter with another behind it. */
    default ByteFilter then(ByteFilter next) {
        ByteFilter first = this;
        return new ByteFilter() {
            @Override
            public byte[] filter(byte[] chunk) throws UnreadableResponse {
                return next.filter(first.filter(chunk));
            }

            @Override
            public byte[] finish() throws UnreadableResponse {
                return Bytes.concat(next.filter(first.finish()), next.finish());
            }
        };
    }
}
