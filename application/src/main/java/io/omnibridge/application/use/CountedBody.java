package io.omnibridge.application.use;

import io.omnibridge.application.port.CompleteBody;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** The body of a response that calls {@code onEnd} once it has ended: completely, by a failure, or because it was cancelled. */
record CountedBody(Flow.Publisher<ByteBuffer> body, Runnable onEnd) implements Flow.Publisher<ByteBuffer> {

    /** Returns {@code body}, which calls {@code onEnd} once it has ended; one that is complete has ended now. */
    static Flow.Publisher<ByteBuffer> of(Flow.Publisher<ByteBuffer> body, Runnable onEnd) {
        if (body instanceof CompleteBody) {
            onEnd.run();
            return body;
        }
        return new CountedBody(body, onEnd);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(new CountedSubscriber(subscriber, onEnd));
    }
}
