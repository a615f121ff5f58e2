package io.omnibridge.application.use;

import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.limit.UserLimiter;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseVia;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The door for uses of sources: searches, and readings of items. One use may have several sources; it leaves one receipt before the
 * first call, and a source that fails leaves the others alone. Thread-safe.
 */
public final class UseSources {

    private final UseChecks checks;
    private final PlanRunner runner;
    private final ConcurrentPlans concurrentPlans;
    private final UserLimiter inFlight;
    private final Receipts receipts;
    private final UseEvents events;
    private final Clock clock;

    /** @param inFlight limits the uses that wait for their sources */
    public UseSources(
            UseChecks checks,
            PlanRunner runner,
            UserLimiter inFlight,
            Receipts receipts,
            UseEvents events,
            Clock clock) {
        this.checks = Objects.requireNonNull(checks);
        this.runner = Objects.requireNonNull(runner);
        this.concurrentPlans = new ConcurrentPlans(runner, events);
        this.inFlight = Objects.requireNonNull(inFlight);
        this.receipts = Objects.requireNonNull(receipts);
        this.events = Objects.requireNonNull(events);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Checks the caller's permission to read data, and its lease, for a kind of use.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond
     */
    public AdmitResult admit(DataCaller caller, UseKind kind) {
        try {
            Optional<OpenLease> lease = checks.lease().require(caller);
            return lease.flatMap(it -> it.outside(kind))
                    .<AdmitResult>map(term -> new AdmitResult.Refused(new UseRefusal.OutsideLease(term)))
                    .orElseGet(() -> new AdmitResult.Admitted(new AdmittedCaller(caller, lease, Optional.of(kind))));
        } catch (RefusedUse e) {
            return new AdmitResult.Refused(e.refusal());
        }
    }

    /**
     * Checks the caller's permission to read data, and its lease, for a list of what it opens.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond
     */
    public AdmitResult admitToList(DataCaller caller) {
        try {
            return new AdmitResult.Admitted(
                    new AdmittedCaller(caller, checks.lease().require(caller), Optional.empty()));
        } catch (RefusedUse e) {
            return new AdmitResult.Refused(e.refusal());
        }
    }

    /**
     * Checks whether sources may be used. Calls no provider and leaves no receipt.
     *
     * @return in the order of {@code wanted}
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond
     */
    public List<CheckedSource> check(AdmittedCaller caller, List<WantedSource> wanted) {
        SourceChecks sources = new SourceChecks(checks.account());
        return wanted.stream()
                .map(it -> caller.refusal(it.target())
                        .<CheckedSource>map(refusal -> new CheckedSource.Refused(it.target(), refusal))
                        .orElseGet(() -> sources.check(it)))
                .toList();
    }

    /**
     * Leaves the receipt of a use, counts it on the lease, and carries out the plans of its sources at the same time. A source whose
     * provider's limit is known to be reached is not asked, and is not in the receipt.
     *
     * @param sources at least one, and at most {@value Use#MAX_TARGETS}
     * @throws io.omnibridge.application.port.StoreUnavailable if the receipt may not be stored; no call left
     */
    public <T> SourcesResult<T> use(
            AdmittedCaller caller, UseVia via, RequestId requestId, List<PlannedSource<T>> sources, Deadline deadline) {
        List<MatchedSource<T>> matched = sources.stream().map(runner::matched).toList();
        List<Optional<Duration>> limited =
                matched.stream().map(runner::limitLeft).toList();
        List<MatchedSource<T>> asked = IntStream.range(0, matched.size())
                .filter(i -> limited.get(i).isEmpty())
                .mapToObj(matched::get)
                .toList();
        if (asked.isEmpty()) {
            return new SourcesResult.Used<>(inOrder(limited, Collections.emptyIterator()));
        }
        Optional<CallPermit> permit = inFlight.tryEnter(caller.user());
        if (permit.isEmpty()) {
            return new SourcesResult.Refused<>(new UseRefusal.Busy());
        }
        try {
            List<SourceResult<T>> received = received(use(caller, via, requestId, asked), caller, asked, deadline);
            return new SourcesResult.Used<>(inOrder(limited, received.iterator()));
        } catch (RefusedUse e) {
            return new SourcesResult.Refused<>(e.refusal());
        } finally {
            permit.get().close();
        }
    }

    private <T> List<SourceResult<T>> received(
            Use use, AdmittedCaller caller, List<MatchedSource<T>> asked, Deadline deadline) throws RefusedUse {
        receipts.begin(use, caller.lease().map(OpenLease::count));
        List<SourceResult<T>> results = concurrentPlans.run(asked, deadline);
        end(use, results);
        return results;
    }

    private static <T> List<SourceResult<T>> inOrder(
            List<Optional<Duration>> limited, Iterator<SourceResult<T>> received) {
        return limited.stream()
                .map(left -> left.isPresent()
                        ? new SourceResult.Failed<T>(UseFailure.RATE_LIMITED, left.get(), Duration.ZERO)
                        : received.next())
                .toList();
    }

    private <T> Use use(AdmittedCaller caller, UseVia via, RequestId requestId, List<MatchedSource<T>> sources) {
        return new Use(
                caller.kind().orElseThrow(),
                via,
                clock.instant(),
                caller.user(),
                caller.caller().caller().client(),
                caller.lease().map(OpenLease::id),
                sources.stream().map(MatchedSource::target).toList(),
                requestId);
    }

    /** A use has failed if nothing was received from any of its sources. */
    private <T> void end(Use use, List<SourceResult<T>> results) {
        Optional<UseFailure> failure = results.stream().anyMatch(SourceResult.Received.class::isInstance)
                ? Optional.empty()
                : results.stream()
                        .map(it -> ((SourceResult.Failed<T>) it).reason())
                        .findFirst();
        failure.ifPresent(reason -> receipts.fail(use, reason));
        events.ended(use, failure);
    }
}
