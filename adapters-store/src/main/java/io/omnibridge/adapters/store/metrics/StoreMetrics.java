package io.omnibridge.adapters.store.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Timers of the calls of a store, by operation and outcome. All series exist from the start, so that a call that never happened
 * reads as 0. Thread-safe.
 */
final class StoreMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5)
    };

    /** Operations of the ports to a store. */
    enum Operation {
        FIND,
        FIND_METADATA,
        LIST,
        LIST_KEYS,
        LINK,
        RENEW,
        UPDATE_REFRESH_STATE,
        MARK_NEEDS_RECONNECT,
        RECORD_VIEW,
        UNLINK,
        MAY_BEGIN_ATTEMPT,
        BEGIN_ATTEMPT,
        FIND_ATTEMPT,
        FIND_ATTEMPT_BY_STATE,
        PROCEED_ATTEMPT,
        COMPLETE_ATTEMPT,
        ADD_REVOCATION,
        REPLACE_REVOCATION,
        COMPLETE_REVOCATION,
        RECORD_EVENT,
        LIST_EVENTS,
        COUNT_REFUSAL,
        LIST_REFUSALS,
        APPEND_USE,
        LIST_USES,
        PRUNE_USES,
        ADD_LEASE,
        FIND_LEASE,
        LIST_LEASES,
        END_LEASE,
        FIND_SIGN_OUT,
        SIGN_OUT,
        REMOVE_FORGOTTEN_SIGN_OUTS
    }

    private enum Outcome {
        OK,
        UNAVAILABLE,
        FAILED
    }

    private final MeterRegistry registry;
    private final Map<Operation, Map<Outcome, Timer>> timers = new EnumMap<>(Operation.class);

    StoreMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Operation operation : Operation.values()) {
            Map<Outcome, Timer> byOutcome = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                byOutcome.put(outcome, timer(operation, outcome));
            }
            timers.put(operation, byOutcome);
        }
    }

    /** Makes {@code call}, and passes its result or its exception on. */
    <T> T measure(Operation operation, Supplier<T> call) {
        long begin = registry.config().clock().monotonicTime();
        Outcome outcome = Outcome.FAILED;
        try {
            T result = call.get();
            outcome = Outcome.OK;
            return result;
        } catch (StoreUnavailable e) {
            outcome = Outcome.UNAVAILABLE;
            throw e;
        } finally {
            record(
                    operation,
                    outcome,
                    Duration.ofNanos(registry.config().clock().monotonicTime() - begin));
        }
    }

    private void record(Operation operation, Outcome outcome, Duration duration) {
        Map<Outcome, Timer> byOutcome = Objects.requireNonNull(timers.get(operation));
        Objects.requireNonNull(byOutcome.get(outcome)).record(duration);
    }

    private Timer timer(Operation operation, Outcome outcome) {
        return Timer.builder("omnibridge.store.calls")
                .description("Calls of the store")
                .tag("operation", EnumWords.of(operation))
                .tag("outcome", EnumWords.of(outcome))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
