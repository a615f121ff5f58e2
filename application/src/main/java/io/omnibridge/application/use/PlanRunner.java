package io.omnibridge.application.use;

import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries out plans: makes the reads of each step at the same time, each in its place among the calls in flight, until the plan has
 * its result. A read that waits for its place occupies no thread. Thread-safe.
 */
public final class PlanRunner {

    private final MakeRead makeRead;
    private final CallLimiter calls;
    private final Executor threads;

    /** @param threads make the reads, as many at a time as the limiter lets in */
    public PlanRunner(MakeRead makeRead, CallLimiter calls, Executor threads) {
        this.makeRead = Objects.requireNonNull(makeRead);
        this.calls = Objects.requireNonNull(calls);
        this.threads = Objects.requireNonNull(threads);
    }

    /** Returns a source with its first reads matched. */
    <T> MatchedSource<T> matched(PlannedSource<T> planned) {
        OpenedAccount opened = planned.source().opened();
        return new MatchedSource<>(planned, matched(opened, planned.plan()));
    }

    private List<ReadMatch> matched(OpenedAccount opened, ReadPlan<?> plan) {
        return plan instanceof ReadPlan.Reads<?> reads
                ? reads.requests().stream()
                        .map(request -> makeRead.match(opened, request))
                        .toList()
                : List.of();
    }

    /** Returns how long the provider's limit goes on that all first reads of a plan count against; empty if one may be made. */
    Optional<Duration> limitLeft(MatchedSource<?> source) {
        List<Optional<Duration>> limits = source.reads().stream()
                .map(read -> makeRead.limitLeft(source.opened(), read))
                .toList();
        return !limits.isEmpty() && limits.stream().allMatch(Optional::isPresent)
                ? limits.stream().flatMap(Optional::stream).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Returns the plan that has its result, {@link ReadPlan.Done} or {@link ReadPlan.Failed}; by the deadline, or soon after. */
    <T> CompletableFuture<ReadPlan<T>> run(MatchedSource<T> source, Deadline deadline) {
        return run(source.opened(), source.planned().plan(), source.reads(), deadline);
    }

    /** @param matched the next reads of the plan */
    private <T> CompletableFuture<ReadPlan<T>> run(
            OpenedAccount opened, ReadPlan<T> plan, List<ReadMatch> matched, Deadline deadline) {
        if (!(plan instanceof ReadPlan.Reads<T> reads)) {
            return CompletableFuture.completedFuture(plan);
        }
        List<CompletableFuture<ReadResult>> results =
                matched.stream().map(read -> read(opened, read, deadline)).toList();
        return CompletableFuture.allOf(results.toArray(CompletableFuture<?>[]::new))
                .thenCompose(all -> {
                    List<ReadResult> ended =
                            results.stream().map(CompletableFuture::join).toList();
                    ReadPlan<T> next = reads.then().apply(ended);
                    return run(opened, next, matched(opened, next), deadline);
                });
    }

    private CompletableFuture<ReadResult> read(OpenedAccount opened, ReadMatch read, Deadline deadline) {
        AccountKey key = opened.account().key();
        return calls.enter(key.owner(), key.provider())
                .orTimeout(deadline.left().toNanos(), TimeUnit.NANOSECONDS)
                .thenApplyAsync(
                        permit -> {
                            try (permit) {
                                return makeRead.read(opened, read, deadline);
                            }
                        },
                        threads)
                .exceptionally(PlanRunner::failed);
    }

    private static ReadResult failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return new ReadResult.Failed(
                cause instanceof TimeoutException ? UseFailure.BUSY : UseFailure.INTERNAL_ERROR, Duration.ZERO);
    }
}
