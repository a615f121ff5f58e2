package io.omnibridge.application.use;

import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.use.UseFailure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Collects the body of a response in memory, up to a maximum size. For one subscription. */
public final class CollectedBody implements Flow.Subscriber<ByteBuffer> {

    private final int maxSize;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Optional<UseFailure>> end = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** @param maxSize in bytes */
    public CollectedBody(int maxSize) {
        this.maxSize = maxSize;
    }

    @Override
    public void onSubscribe(Flow.Subscription upstream) {
        subscription = upstream;
        upstream.request(1);
    }

    @Override
    public void onNext(ByteBuffer next) {
        if (end.isDone()) {
            return;
        }
        if (bytes.size() + next.remaining() > maxSize) {
            end.complete(Optional.of(UseFailure.RESPONSE_TOO_LARGE));
            cancel();
            return;
        }
        byte[] copy = new byte[next.remaining()];
        next.get(copy);
        bytes.writeBytes(copy);
        Objects.requireNonNull(subscription).request(1);
    }

    @Override
    public void onError(Throwable failure) {
        end.complete(Optional.of(UseFailure.PROVIDER_ERROR));
    }

    @Override
    public void onComplete() {
        end.complete(Optional.empty());
    }

    /** Waits for the end. A body that takes longer is cancelled. */
    public ReadResult await(int status, Optional<String> contentType, Duration timeout) {
        try {
            Optional<UseFailure> failure = end.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return failure.isPresent()
                    ? failed(failure.get())
                    : new ReadResult.Response(status, contentType, ByteBuffer.wrap(bytes.toByteArray()));
        } catch (TimeoutException e) {
            cancel();
            return failed(UseFailure.PROVIDER_TIMEOUT);
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            return failed(UseFailure.PROVIDER_UNAVAILABLE);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end never fails", e);
        }
    }

    private void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private static ReadResult failed(UseFailure reason) {
        return new ReadResult.Failed(reason, Duration.ZERO);
    }
}
