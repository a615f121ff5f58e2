package io.omnibridge.application.use;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Passes a body on to {@code subscriber}, and calls {@code onEnd} once the body has ended or was cancelled. */
record CountedSubscriber(Flow.Subscriber<? super ByteBuffer> subscriber, Runnable onEnd)
        implements Flow.Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                subscription.request(count);
            }

            @Override
            public void cancel() {
                subscription.cancel();
                onEnd.run();
            }
        });
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        subscriber.onNext(bytes);
    }

    @Override
    public void onError(Throwable failure) {
        onEnd.run();
        subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
        onEnd.run();
        subscriber.onComplete();
    }
}
