package io.omnibridge.adapters.providers.transport;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The body of one request, which knows whether anybody asked for it. The client does so after the connection stands, TLS
 * included, and so a body that was not touched never left.
 */
final class OneBody {

    private final Optional<String> text;
    private final AtomicBoolean isTouched = new AtomicBoolean();

    OneBody(Optional<String> text) {
        this.text = text;
    }

    /** Whether some of it may have left this machine; a request without a body has none to lose. */
    boolean isTouched() {
        return isTouched.get();
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
            isTouched.set(true);
            bytes.subscribe(subscriber);
        }
    }
}
