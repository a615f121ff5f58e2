package io.omnibridge.application.use;

import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Carries out the plans of several sources at the same time. Thread-safe. */
final class ConcurrentPlans {

    private final PlanRunner runner;
    private final UseEvents events;

    ConcurrentPlans(PlanRunner runner, UseEvents events) {
        this.runner = runner;
        this.events = events;
    }

    /** Returns the results in the order of the sources, by the deadline. A source that throws or takes longer leaves the others alone. */
    <T> List<SourceResult<T>> run(List<MatchedSource<T>> sources, Deadline deadline) {
        long start = deadline.nanoTime().getAsLong();
        List<CompletableFuture<SourceResult<T>>> running =
                sources.stream().map(it -> result(it, start, deadline)).toList();
        return running.stream().map(it -> await(it, start, deadline)).toList();
    }

    private <T> CompletableFuture<SourceResult<T>> result(MatchedSource<T> source, long start, Deadline deadline) {
        return runner.run(source, deadline)
                .thenApply(ended -> result(ended, deadline.since(start)))
                .exceptionally(failure -> {
                    events.broken(source.target().account().provider(), failure);
                    return new SourceResult.Failed<>(UseFailure.INTERNAL_ERROR, Duration.ZERO, deadline.since(start));
                });
    }

    private static <T> SourceResult<T> result(ReadPlan<T> ended, Duration took) {
        if (ended instanceof ReadPlan.Failed<T> failed) {
            return new SourceResult.Failed<>(failed.reason(), failed.retryAfter(), took);
        }
        return new SourceResult.Received<>(((ReadPlan.Done<T>) ended).value(), took);
    }

    private static <T> SourceResult<T> await(
            CompletableFuture<SourceResult<T>> running, long start, Deadline deadline) {
        try {
            return running.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new SourceResult.Failed<>(UseFailure.PROVIDER_TIMEOUT, Duration.ZERO, deadline.since(start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SourceResult.Failed<>(UseFailure.INTERNAL_ERROR, Duration.ZERO, deadline.since(start));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a result never fails", e);
        }
    }
}
