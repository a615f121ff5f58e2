package io.omnibridge.adapters.store.memory;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lincheck tries the interleavings of a few operations, and looks for one that no single thread could have produced. */
@Tag("D4")
class LinearizabilityTest {

    /** Operations on the store that is tested. */
    public static final class OnMemory extends StoreOperations {
        public OnMemory() {
            super(new MemoryStore(Clock.systemUTC()).tokenStore());
        }
    }

    /** Operations on a store that looks first and writes then. */
    public static final class OnNaiveMaps extends StoreOperations {
        public OnNaiveMaps() {
            super(new NaiveTokenStore());
        }
    }

    @Test
    void every_history_of_the_store_in_memory_is_linearizable() {
        options().check(OnMemory.class);
    }

    @Test
    void a_naive_map_of_maps_is_found_out() {
        ModelCheckingOptions options = options().minimizeFailedScenario(false);

        assertThrows(LincheckAssertionError.class, () -> options.check(OnNaiveMaps.class));
    }

    /** Switches threads only in the store: the values that go in and out cannot change. */
    private static ModelCheckingOptions options() {
        return new ModelCheckingOptions()
                .threads(2)
                .actorsPerThread(2)
                .actorsBefore(2)
                .actorsAfter(1)
                .iterations(10)
                .invocationsPerIteration(50)
                .addGuarantee(ManagedStrategyGuaranteeKt.forClasses(LinearizabilityTest::isImmutable)
                        .allMethods()
                        .ignore());
    }

    private static boolean isImmutable(String className) {
        return className.startsWith("io.omnibridge.domain.")
                || className.startsWith("io.omnibridge.application.port.")
                || className.startsWith("io.omnibridge.adapters.store.decision.")
                || className.startsWith("io.omnibridge.adapters.store.encoding.");
    }
}
