package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.scrub.ByteFilter;
import io.omnibridge.adapters.providers.scrub.UnreadableResponse;
import io.omnibridge.domain.use.UseFailure;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Body of a provider's response on its way: bounded in size and time, filtered, and asked for as its reader asks. Its beginning is
 * read before it has a subscriber. When it ends, fails or is cancelled, its timers are cancelled and its connection is released or
 * closed. Thread-safe.
 */
final class UpstreamBody implements Flow.Subscriber<List<ByteBuffer>> {

    /** How much is read before a response counts as begun. */
    static final int BEGINNING = 64 * 1024;

    private final ByteFilter filter;
    private final DataLimits limits;
    private final BodyClock clock;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private final BodyPublisher reader = new BodyPublisher(this::ask, this::stop);
    private volatile Flow.@Nullable Subscription upstream;
    private long received;

    UpstreamBody(ByteFilter filter, DataLimits limits, BodyTimers timers) {
        this.filter = filter;
        this.limits = limits;
        this.clock = new BodyClock(timers, limits, () -> fail(UseFailure.PROVIDER_TIMEOUT));
    }

    /** Waits for the beginning, at most as long as a byte may take. */
    void awaitBeginning() throws CallFailed {
        if (!reader.isComplete()) {
            clock.start();
        }
        try {
            begun.get(limits.idle().toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            begun.complete(null);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new CallFailed(UseFailure.PROVIDER_UNAVAILABLE);
        } catch (ExecutionException e) {
            throw new IllegalStateException("begun never fails", e);
        }
        Optional<UseFailure> failure = reader.failure();
        if (failure.isPresent()) {
            throw new CallFailed(failure.get());
        }
        if (reader.isEmpty() && !reader.isComplete()) {
            fail(UseFailure.PROVIDER_TIMEOUT);
            throw new CallFailed(UseFailure.PROVIDER_TIMEOUT);
        }
    }

    /** Returns the publisher of what remains. */
    BodyPublisher reader() {
        return reader;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        ask();
    }

    /** Asks for the next bytes, unless they are asked for. */
    private void ask() {
        Flow.Subscription subscription = upstream;
        if (subscription != null && isAsked.compareAndSet(false, true)) {
            clock.await();
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        clock.received();
        isAsked.set(false);
        try {
            for (ByteBuffer buffer : buffers) {
                byte[] chunk = new byte[buffer.remaining()];
                buffer.get(chunk);
                received += chunk.length;
                if (received > limits.maxResponse()) {
                    fail(UseFailure.RESPONSE_TOO_LARGE);
                    return;
                }
                reader.add(filter.filter(chunk));
            }
        } catch (UnreadableResponse e) {
            fail(UseFailure.PROVIDER_ERROR);
            return;
        } catch (RuntimeException | Error e) {
            fail(UseFailure.INTERNAL_ERROR);
            throw e;
        }
        if (begun.isDone()) {
            reader.drain();
        } else if (reader.size() >= BEGINNING) {
            begun.complete(null);
        } else {
            ask();
        }
    }

    @Override
    public void onError(Throwable failure) {
        fail(UseFailure.PROVIDER_ERROR);
    }

    @Override
    public void onComplete() {
        clock.stop();
        try {
            reader.add(filter.finish());
            reader.complete();
        } catch (UnreadableResponse e) {
            fail(UseFailure.PROVIDER_ERROR);
            return;
        } catch (RuntimeException | Error e) {
            fail(UseFailure.INTERNAL_ERROR);
            throw e;
        }
        begun.complete(null);
        reader.drain();
    }

    /** Keeps the reason before it stops: some JDKs tell a subscriber that cancels of an error. */
    private void fail(UseFailure reason) {
        reader.fail(reason);
        stop();
        begun.complete(null);
        reader.drain();
    }

    /** Closes the connection and cancels the timers. */
    private void stop() {
        clock.stop();
        Flow.Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
