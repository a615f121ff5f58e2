package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.auditlog.UseChain;
import io.omnibridge.adapters.store.spi.SharedUseStore;
import io.omnibridge.application.port.AppendResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Appends the receipts of several users with one write, so that they share its round trips and its commit. The receipts of a user
 * always wait in the same of a few queues. Thread-safe.
 */
final class SharedUseWrites {

    /** While one write waits for the disk, another can be prepared. */
    private static final int QUEUES = 2;

    private static final int MAX_RECEIPTS = 100;

    private final List<Batches<LeasedReceipt, Optional<AppendResult>>> queues;

    /** @param maxWait how long a receipt waits for its turn */
    SharedUseWrites(Supplier<SharedUseStore> store, UseChain chain, Duration maxWait) {
        this.queues = Stream.generate(() -> new SharedAppend(store, chain))
                .limit(QUEUES)
                .map(append -> new Batches<>(MAX_RECEIPTS, maxWait, append::all))
                .toList();
    }

    /**
     * Appends a receipt, with others that wait. Returns nothing if it has to be appended on its own: another node writes to the log of
     * its user at the same time.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if its turn did not come in time, or the store did not respond
     */
    Optional<AppendResult> append(LeasedReceipt own) {
        return queues.get(Math.floorMod(own.user().hashCode(), QUEUES)).resultOf(own);
    }
}
