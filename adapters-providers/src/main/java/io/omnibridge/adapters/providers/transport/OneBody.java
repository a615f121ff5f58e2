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
 * The body of one request, which knows whether anybody asked for it. The client does so after the connection stands, TLS
 * included, and so a body that was withdrawn before never leaves.
 */
final class OneBody {

    private enum State {
        UNTOUCHED,
        TOUCHED,
        WITHDRAWN
    }

    private final Optional<String> text;
    private final AtomicReference<State> state = new AtomicReference<>(State.UNTOUCHED);

    OneBody(Optional<String> text) {
        this.text = text;
    }

    /**
     * Takes it back, whatever the client still does. A request without a body has none to lose.
     *
     * @return whether it is certain that no byte of it left, or will leave, this machine
     */
    boolean withdraw() {
        return state.compareAndSet(State.UNTOUCHED, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
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
            if (state.compareAndSet(State.UNTOUCHED, State.TOUCHED) || state.get() == State.TOUCHED) {
                bytes.subscribe(subscriber);
            } else {
                subscriber.onSubscribe(new Nothing());
                subscriber.onError(new IOException("the body was withdrawn"));
            }
        }
    }

    /** A subscription to nothing. */
    private static final class Nothing implements Subscription {

        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }
}
