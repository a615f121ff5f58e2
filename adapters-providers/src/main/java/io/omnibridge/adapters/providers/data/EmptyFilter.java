package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.scrub.ByteFilter;
import io.omnibridge.adapters.providers.scrub.UnreadableResponse;

/** Passes no byte: a response that can have no content is unreadable if it has some. */
final class EmptyFilter implements ByteFilter {

    @Override
    public byte[] filter(byte[] chunk) throws UnreadableResponse {
        if (chunk.length > 0) {
            throw new UnreadableResponse("the response must not have a body");
        }
        return chunk;
    }

    @Override
    public byte[] finish() {
        return new byte[0];
    }
}
