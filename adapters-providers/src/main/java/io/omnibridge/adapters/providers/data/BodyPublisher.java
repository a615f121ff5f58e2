package io.omnibridge.adapters.providers.data;

import io.omnibridge.domain.use.UseFailure;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Publishes a body to one subscriber, as fast as it asks, and asks for more when there is nothing left. Thread-safe. */
final class BodyPublisher implements Flow.Publisher<ByteBuffer>, Flow.Subscription {

    private final Runnable more;
    private final Runnable stop;
    private final Queue<byte[]> ready = new ConcurrentLinkedQueue<>();
    private final AtomicLong demand = new AtomicLong();
    private final SerialLoop loop = new SerialLoop();
    private final AtomicBoolean isTaken = new AtomicBoolean();
    private final AtomicLong size = new AtomicLong();
    private volatile Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
    private volatile @Nullable UseFailure failure;
    private volatile boolean isComplete;
    private volatile boolean isEnded;

    /**
     * @param more asks for the next bytes
     * @param stop ends the connection
     */
    BodyPublisher(Runnable more, Runnable stop) {
        this.more = more;
        this.stop = stop;
    }

    void add(byte[] bytes) {
        if (bytes.length > 0) {
            size.addAndGet(bytes.length);
            ready.add(bytes);
        }
    }

    void complete() {
        isComplete = true;
    }

    void fail(UseFailure reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    Optional<UseFailure> failure() {
        return Optional.ofNullable(failure);
    }

    boolean isComplete() {
        return isComplete;
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }

    /** Returns how many bytes were added. */
    long size() {
        return size.get();
    }

    /** Returns the body as it is to be passed on: what is complete needs no publisher that may have to wait. */
    Flow.Publisher<ByteBuffer> body() {
        return isComplete && failure == null ? new MemoryBody(peek()) : this;
    }

    /** Returns what is there, without taking it. */
    byte[] peek() {
        List<byte[]> chunks = new ArrayList<>(ready);
        ByteBuffer all =
                ByteBuffer.allocate(chunks.stream().mapToInt(it -> it.length).sum());
        chunks.forEach(all::put);
        return all.array();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> next) {
        if (!isTaken.compareAndSet(false, true)) {
            next.onSubscribe(new NoSubscription());
            next.onError(new IllegalStateException("the body was subscribed to before"));
            return;
        }
        next.onSubscribe(this);
        subscriber = next;
        drain();
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            fail(UseFailure.INTERNAL_ERROR);
            stop.run();
        } else {
            demand.accumulateAndGet(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
        }
        drain();
    }

    @Override
    public void cancel() {
        isEnded = true;
        isTaken.set(true);
        stop.run();
        ready.clear();
    }

    /** Passes on what can be passed on. Only one thread does it at a time. */
    void drain() {
        loop.run(() -> {
            Flow.Subscriber<? super ByteBuffer> current = subscriber;
            if (current != null && !isEnded) {
                emitOrCancel(current);
            }
        });
    }

    /** A subscriber that throws has cancelled (Reactive Streams §2.13). */
    private void emitOrCancel(Flow.Subscriber<? super ByteBuffer> current) {
        try {
            emit(current);
        } catch (RuntimeException e) {
            cancel();
            throw e;
        }
    }

    private void emit(Flow.Subscriber<? super ByteBuffer> current) {
        while (failure == null && demand.get() > 0 && !ready.isEmpty() && !isEnded) {
            byte[] next = ready.poll();
            if (next != null) {
                demand.updateAndGet(it -> it == Long.MAX_VALUE ? it : it - 1);
                current.onNext(ByteBuffer.wrap(next));
            }
        }
        UseFailure broken = failure;
        if (isEnded) {
            return;
        }
        if (broken != null) {
            isEnded = true;
            ready.clear();
            current.onError(new BrokenOff(broken));
        } else if (ready.isEmpty() && isComplete) {
            isEnded = true;
            current.onComplete();
        } else if (ready.isEmpty() && demand.get() > 0) {
            more.run();
        }
    }

    private record NoSubscription() implements Flow.Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }
}
