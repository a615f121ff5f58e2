package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.auditlog.UseChain;
import io.omnibridge.adapters.store.spi.UseStore;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.adapters.store.write.WaitingReceipts.Waiting;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.use.UseReceipt;
import java.time.Duration;
import java.util.ArrayList;
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
        return shared.flatMap(it -> it.append(receipt, lease)).orElseGet(() -> waiting.append(receipt, lease));
    }

    private void appendAll(UserId user, List<Waiting> all) {
        Set<LeaseId> leases = all.stream()
                .flatMap(one -> one.lease().stream())
                .map(LeaseCount::lease)
                .collect(Collectors.toSet());
        List<Optional<LeaseEnd>> ends = store.get().inSession(user, session -> {
            while (true) {
                UseDecision decision = new UseDecision(session.snapshot(leases), chain);
                List<Optional<LeaseEnd>> decided = decide(decision, all);
                Optional<UseWrite> write = decision.write(user);
                if (write.isEmpty() || session.append(write.get())) {
                    return decided;
                }
            }
        });
        for (int i = 0; i < all.size(); i++) {
            all.get(i).result().complete(result(ends.get(i)));
        }
    }

    private static List<Optional<LeaseEnd>> decide(UseDecision decision, List<Waiting> all) {
        List<Optional<LeaseEnd>> ends = new ArrayList<>();
        all.forEach(one -> ends.add(decision.add(one.receipt(), one.lease())));
        return ends;
    }

    static AppendResult result(Optional<LeaseEnd> end) {
        return end.<AppendResult>map(AppendResult.LeaseOver::new).orElseGet(AppendResult.Appended::new);
    }
}
