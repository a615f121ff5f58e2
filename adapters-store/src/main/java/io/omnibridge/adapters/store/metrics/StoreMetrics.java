package io.omnibridge.adapters.store.metrics;

import java.util.function.Supplier;

/** What measures the calls of a store. Thread-safe. */
public interface StoreMetrics {

    /** Makes {@code call}, and passes its result or its exception on. */
    <T> T measure(StoreOperation operation, Supplier<T> call);

    /** Returns metrics that count nothing. */
    static StoreMetrics none() {
        return new StoreMetrics() {
            @Override
            public <T> T measure(StoreOperation operation, Supplier<T> call) {
                return call.get();
            }
        };
    }
}
