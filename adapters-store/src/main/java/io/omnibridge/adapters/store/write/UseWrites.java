package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.auditlog.UseChain;
import io.omnibridge.adapters.store.spi.UseStore;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.use.UseReceipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The one way in which receipts are appended: read a snapshot, decide on it, append where it is still current. If it is not, another
 * node appended first, or a lease was ended, and the receipts are decided on anew; the deadline of the session ends that. Without such
 * a race an append is two round trips, however many receipts wait; a store that can write for several users at once has one for all of
 * them, and only a receipt that this write left out is appended with those of its user. Thread-safe.
 */
public final class UseWrites {

    private final Supplier<UseStore> store;
    private final UseChain chain;
    private final Optional<SharedUseWrites> shared;
    private final WaitingReceipts waiting;

    /**
     * @param store is asked anew for each write
     * @param chain what receipts are appended with; all nodes must have the same
     */
    public UseWrites(Supplier<UseStore> store, UseChain chain) {
        this.store = store;
        this.chain = chain;
        Duration maxWait = store.get().deadline().dividedBy(2);
        this.shared = store.get()
                .shared()
                .map(it -> new SharedUseWrites(() -> store.get().shared().orElseThrow(), chain, maxWait));
        this.waiting = new WaitingReceipts(maxWait, this::appendAll);
    }

    /** Appends {@code receipt} as {@link io.omnibridge.application.port.UseLog#append} describes it. */
    public AppendResult append(UseReceipt receipt, Optional<LeaseCount> lease) {
        LeasedReceipt own = new LeasedReceipt(receipt, lease);
        return shared.flatMap(it -> it.append(own)).orElseGet(() -> waiting.append(own));
    }

    private List<AppendResult> appendAll(UserId user, List<LeasedReceipt> all) {
        Set<LeaseId> leases = all.stream().flatMap(LeasedReceipt::leases).collect(Collectors.toSet());
        return store.get().inSession(user, session -> {
            while (true) {
                UseDecision decision = new UseDecision(session.snapshot(leases), chain);
                List<AppendResult> results = all.stream().map(decision::add).toList();
                Optional<UseWrite> write = decision.write(user);
                if (write.isEmpty() || session.append(write.get())) {
                    return results;
                }
            }
        });
    }
}
