package io.omnibridge.adapters.http.jwt;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a length. A longer one is given up as soon as it shows, whatever its headers said. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    private final int maxBytes;
    private @Nullable Subscription subscription;
    private long received;

    BoundedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Fails with an {@link IOException} when the body is too long. */
    @Override
    public CompletionStage<byte[]> getBody() {
        return body.getBody();
    }

    @Override
    public void onSubscribe(Subscription granted) {
        subscription = granted;
        body.onSubscribe(granted);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received > maxBytes) {
            Objects.requireNonNull(subscription).cancel();
            body.onError(new AnswerTooLong());
        } else {
            body.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.onError(failure);
    }

    @Override
    public void onComplete() {
        body.onComplete();
    }

    /** The body was longer than allowed. */
    static final class AnswerTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
