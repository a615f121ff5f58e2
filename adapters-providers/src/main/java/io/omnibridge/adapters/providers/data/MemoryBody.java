package io.omnibridge.adapters.providers.data;

import io.omnibridge.application.port.CompleteBody;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Body that is in memory. */
final class MemoryBody implements CompleteBody {

    static final MemoryBody EMPTY = new MemoryBody(new byte[0]);

    private final byte[] bytes;

    MemoryBody(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        BodyPublisher body = new BodyPublisher(() -> {}, () -> {});
        body.add(bytes);
        body.complete();
        body.subscribe(subscriber);
    }
}
