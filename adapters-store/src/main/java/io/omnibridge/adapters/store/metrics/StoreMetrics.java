package io.omnibridge.adapters.store.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Counts and times the calls of a store, by operation and outcome. All series are there from the start, so that what never
 * happened reads as 0. Thread-safe.
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

    /** What a store is asked to do. */
    enum Operation {
        FIND,
        FIND_METADATA,
        LIST,
        HOLD,
        LINK,
        RENEW,
        MOVE,
        END,
        TOUCH,
        UNLINK,
        BEGIN_ATTEMPT,
        FIND_ATTEMPT,
        FIND_RETURNING,
        PROCEED_ATTEMPT,
        COMPLETE_ATTEMPT,
        ADD_OBLIGATION,
        REPLACE_OBLIGATION,
        SETTLE_OBLIGATION,
        RECORD,
        LIST_RECORD
    }

    private enum Outcome {
        OK,
        UNAVAILABLE,
        FAILED
    }

    private final MeterRegistry registry;
    private final Map<Operation, Map<Outcome, Timer>> timers = new EnumMap<>(Operation.class);

    StoreMetrics(MeterRegistry registry, Operation... operations) {
        this.registry = registry;
        for (Operation operation : operations) {
            Map<Outcome, Timer> byOutcome = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                byOutcome.put(outcome, timer(operation, outcome));
            }
            timers.put(operation, byOutcome);
        }
    }

    /** Makes {@code call}, and passes on whatever comes of it. */
    <T> T measure(Operation operation, Supplier<T> call) {
        long begin = registry.config().clock().monotonicTime();
        Outcome outcome = Outcome.FAILED;
        try {
            T answer = call.get();
            outcome = Outcome.OK;
            return answer;
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
                .tag("operation", word(operation))
                .tag("outcome", word(outcome))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
