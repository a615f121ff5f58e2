package io.omnibridge.adapters.providers.transport;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of one request, which records whether the HTTP client asked for it. The client asks after the connection is
 * established, TLS included, so a body that is withdrawn before that is never sent.
 */
final class WithdrawableBody {

    private enum State {
        NOT_REQUESTED,
        REQUESTED,
        WITHDRAWN
    }

    private final Optional<String> text;
    private final AtomicReference<State> state = new AtomicReference<>(State.NOT_REQUESTED);

    WithdrawableBody(Optional<String> text) {
        this.text = text;
    }

    /**
     * Withdraws the body, if the client has not asked for it. The body of a request without one is never asked for.
     *
     * @return whether it is certain that no byte of it was or will be sent
     */
    boolean withdraw() {
        return state.compareAndSet(State.NOT_REQUESTED, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
    }

    BodyPublisher publisher() {
        return text.<BodyPublisher>map(Observed::new).orElseGet(BodyPublishers::noBody);
    }

    private final class Observed implements BodyPublisher {

        private final BodyPublisher bytes;

        Observed(String text) {
            this.bytes = BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public long contentLength() {
            return bytes.contentLength();
        }

        @Override
        public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
            if (state.compareAndSet(State.NOT_REQUESTED, State.REQUESTED) || state.get() == State.REQUESTED) {
                bytes.subscribe(subscriber);
            } else {
                subscriber.onSubscribe(new Nothing());
                subscriber.onError(new IOException("the body was withdrawn"));
            }
        }
    }

    /** A subscription that delivers nothing. */
    private static final class Nothing implements Subscription {

        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }
}
