package io.omnibridge.adapters.http.mcp;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Subscriber that wants nothing. */
final class CancelledBody implements Flow.Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Flow.Subscription upstream) {
        upstream.cancel();
    }

    @Override
    public void onNext(ByteBuffer item) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
}
