package io.omnibridge.adapters.providers.data;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

/** Reads nothing of a body, which closes its connection. */
final class Discarding implements Flow.Subscriber<List<ByteBuffer>> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> item) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
}
