package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.store.vault.ClockComparison;
import io.omnibridge.adapters.store.vault.StoreClock;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the node's clock agrees with the store's. Background work that depends on time runs only while it does. Each change is
 * logged once. Thread-safe.
 */
final class ClockAgreement {

    private static final Logger LOG = LoggerFactory.getLogger(ClockAgreement.class);

    private final Supplier<ClockComparison> comparison;
    private final AtomicBoolean agreed = new AtomicBoolean(true);

    private ClockAgreement(Supplier<ClockComparison> comparison) {
        this.comparison = comparison;
    }

    /** Compares {@code node} with {@code store}, whose time is read anew each time. */
    static ClockAgreement between(Clock node, StoreClock store, Duration tolerated) {
        return new ClockAgreement(() -> {
            store.synchronize();
            return ClockComparison.of(node, store, tolerated);
        });
    }

    /** For a store whose clock is the node's. */
    static ClockAgreement ofOneClock() {
        ClockComparison same = new ClockComparison(Instant.EPOCH, Instant.EPOCH, Duration.ZERO);
        return new ClockAgreement(() -> same);
    }

    /**
     * Compares the clocks.
     *
     * @throws StoreUnavailable if the store did not respond
     */
    boolean check() {
        ClockComparison now = comparison.get();
        if (agreed.getAndSet(now.agrees()) != now.agrees()) {
            log(now);
        }
        return now.agrees();
    }

    /** Compares the clocks if the store responds. Its absence is logged as a loss of readiness. */
    void watch() {
        try {
            check();
        } catch (StoreUnavailable e) {
            return;
        }
    }

    /** Returns a job that does {@code job} only while the clocks agree. */
    Runnable guard(Runnable job) {
        return () -> {
            if (check()) {
                job.run();
            }
        };
    }

    private static void log(ClockComparison now) {
        if (now.agrees()) {
            LOG.info("this node's clock agrees with the store's again; background work goes on");
        } else {
            LOG.warn("{}: background work stops until they agree; correct the clock that is wrong", now.inWords());
        }
    }
}
