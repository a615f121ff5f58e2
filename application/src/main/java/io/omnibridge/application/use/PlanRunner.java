package io.omnibridge.application.use;

import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.port.ReadOutcome;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.use.ApiRequest;
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

    /** Returns how long the provider's limit goes on that all first reads of a plan count against; empty if one may be made. */
    Optional<Duration> limitLeft(PlannedSource<?> planned) {
        if (!(planned.plan() instanceof ReadPlan.Reads<?> reads)) {
            return Optional.empty();
        }
        List<Optional<Duration>> limits = reads.requests().stream()
                .map(request -> makeRead.limitLeft(planned.source().opened(), request))
                .toList();
        return limits.stream().allMatch(Optional::isPresent)
                ? limits.stream().flatMap(Optional::stream).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Returns the plan that has its result, {@link ReadPlan.Done} or {@link ReadPlan.Failed}; by the deadline, or soon after. */
    <T> CompletableFuture<ReadPlan<T>> run(OpenedAccount opened, ReadPlan<T> plan, Deadline deadline) {
        if (!(plan instanceof ReadPlan.Reads<T> reads)) {
            return CompletableFuture.completedFuture(plan);
        }
        List<CompletableFuture<ReadOutcome>> outcomes = reads.requests().stream()
                .map(request -> read(opened, request, deadline))
                .toList();
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new))
                .thenCompose(all -> {
                    List<ReadOutcome> ended =
                            outcomes.stream().map(CompletableFuture::join).toList();
                    return run(opened, reads.then().apply(ended), deadline);
                });
    }

    private CompletableFuture<ReadOutcome> read(OpenedAccount opened, ApiRequest request, Deadline deadline) {
        AccountKey key = opened.account().key();
        return calls.enter(key.owner(), key.provider())
                .orTimeout(deadline.left().toNanos(), TimeUnit.NANOSECONDS)
                .thenApplyAsync(
                        permit -> {
                            try (permit) {
                                return makeRead.read(opened, request, deadline);
                            }
                        },
                        threads)
                .exceptionally(PlanRunner::failed);
    }

    private static ReadOutcome failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return new ReadOutcome.Failed(
                cause instanceof TimeoutException ? UseFailure.BUSY : UseFailure.INTERNAL_ERROR, Duration.ZERO);
    }
}
