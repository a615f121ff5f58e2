package io.omnibridge.adapters.store.memory;

import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Clock;
import java.util.Optional;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lincheck interleaves a few operations in many ways, and looks for a history that no single thread could produce. */
@Tag("D4")
@Tag("own-jvm")
class LinearizabilityTest {

    /** Operations on the store in memory. */
    public static final class OnMemory extends StoreOperations {

        private static final RefreshState CLAIMED = new RefreshState.Calling(Optional.empty(), NOW, NOW, 0);

        private final TokenStore store;

        public OnMemory() {
            this(new MemoryStore(Clock.systemUTC()).ports().accounts());
        }

        private OnMemory(TokenStore store) {
            super(store);
            this.store = store;
        }

        @Operation
        public boolean claim(@Param(name = "account") int account, @Param(name = "link") int link) {
            return store.updateRefreshState(accountKey(account), version(link), RefreshState.READY, CLAIMED);
        }
    }

    /** Operations on a store that reads and then writes without a condition. */
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

    /** Switches threads only in the store, because arguments and results are immutable. */
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
                || className.startsWith("io.omnibridge.adapters.store.spi.")
                || (className.startsWith("io.omnibridge.adapters.store.write.") && !className.contains("UserWrites"))
                || className.startsWith("io.omnibridge.adapters.store.auditlog.")
                || className.startsWith("io.omnibridge.adapters.store.codec.");
    }
}
