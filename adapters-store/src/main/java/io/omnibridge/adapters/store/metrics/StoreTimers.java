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
public final class StoreTimers implements StoreMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5)
    };

    private enum Outcome {
        OK,
        UNAVAILABLE,
        FAILED
    }

    private final MeterRegistry registry;
    private final Map<StoreOperation, Map<Outcome, Timer>> timers = new EnumMap<>(StoreOperation.class);

    public StoreTimers(MeterRegistry registry) {
        this.registry = registry;
        for (StoreOperation operation : StoreOperation.values()) {
            Map<Outcome, Timer> byOutcome = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                byOutcome.put(outcome, timer(operation, outcome));
            }
            timers.put(operation, byOutcome);
        }
    }

    @Override
    public <T> T measure(StoreOperation operation, Supplier<T> call) {
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

    private void record(StoreOperation operation, Outcome outcome, Duration duration) {
        Map<Outcome, Timer> byOutcome = Objects.requireNonNull(timers.get(operation));
        Objects.requireNonNull(byOutcome.get(outcome)).record(duration);
    }

    private Timer timer(StoreOperation operation, Outcome outcome) {
        return Timer.builder("omnibridge.store.calls")
                .description("Calls of the store")
                .tag("operation", EnumWords.of(operation))
                .tag("outcome", EnumWords.of(outcome))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
