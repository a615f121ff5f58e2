package io.omnibridge.adapters.store.write;

import io.omnibridge.application.port.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done for several threads at once. While one thread works, the items of others gather; then the thread of the first of
 * them works on all of them. A lone item waits for nothing. Thread-safe.
 *
 * @param <T> an item
 * @param <R> the result of an item
 */
final class Batches<T, R> {

    private final int maxSize;
    private final Duration maxWait;
    private final Function<List<T>, List<R>> work;
    private final Deque<Entry<T, R>> waiting = new ArrayDeque<>();
    private boolean isWorking;

    /**
     * @param maxSize how many items are worked on at once
     * @param maxWait how long an item waits until it is worked on
     * @param work returns the result of each item, in their order; ends by a deadline of its own
     */
    Batches(int maxSize, Duration maxWait, Function<List<T>, List<R>> work) {
        this.maxSize = maxSize;
        this.maxWait = maxWait;
        this.work = work;
    }

    /** Item of a thread, and what the thread waits for: the result, or that it is its turn to work, which is an empty one. */
    private record Entry<T, R>(T item, CompletableFuture<Optional<R>> turn) {}

    /**
     * Returns the result of {@code item}.
     *
     * @throws StoreUnavailable if its turn did not come in time, or the work failed so
     */
    R resultOf(T item) {
        Entry<T, R> own = new Entry<>(item, new CompletableFuture<>());
        Optional<R> result = begins(own) ? Optional.empty() : await(own);
        return result.orElseGet(() -> work(own));
    }

    private synchronized boolean begins(Entry<T, R> own) {
        if (isWorking) {
            waiting.add(own);
            return false;
        }
        isWorking = true;
        return true;
    }

    private Optional<R> await(Entry<T, R> own) {
        try {
            return own.turn().get(maxWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return leftOrBegun(own, "other writes did not end in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return leftOrBegun(own, "the thread was interrupted while it waited for other writes");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /** What is worked on already ends by the deadline of the work. */
    private Optional<R> leftOrBegun(Entry<T, R> own, String message) {
        if (leaves(own)) {
            throw new StoreUnavailable(message);
        }
        try {
            return own.turn().join();
        } catch (CompletionException e) {
            throw failure(e.getCause());
        }
    }

    private synchronized boolean leaves(Entry<T, R> own) {
        return waiting.remove(own);
    }

    private R work(Entry<T, R> own) {
        List<Entry<T, R>> batch = new ArrayList<>(List.of(own));
        // The work is for others too: an interruption of this thread is put off until it is done.
        boolean isInterrupted = Thread.interrupted();
        try {
            fill(batch);
            List<R> results = work.apply(batch.stream().map(Entry::item).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).turn().complete(Optional.of(results.get(i)));
            }
            return results.get(0);
        } catch (RuntimeException | Error e) {
            batch.forEach(entry -> entry.turn().completeExceptionally(e));
            throw e;
        } finally {
            passOn();
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void fill(List<Entry<T, R>> batch) {
        while (batch.size() < maxSize && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
    }

    private synchronized void passOn() {
        Optional<Entry<T, R>> next = Optional.ofNullable(waiting.poll());
        isWorking = next.isPresent();
        next.ifPresent(entry -> entry.turn().complete(Optional.empty()));
    }

    /** Each thread gets an exception of its own. */
    private static RuntimeException failure(@Nullable Throwable cause) {
        return cause instanceof StoreUnavailable unavailable
                ? new StoreUnavailable(String.valueOf(unavailable.getMessage()), unavailable)
                : new IllegalStateException(cause);
    }

    /** Returns how many items wait. */
    synchronized int size() {
        return waiting.size();
    }
}
