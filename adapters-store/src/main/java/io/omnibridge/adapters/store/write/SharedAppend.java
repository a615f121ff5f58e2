package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseChain;
import io.omnibridge.adapters.store.spi.SharedUseSession;
import io.omnibridge.adapters.store.spi.SharedUseStore;
import io.omnibridge.adapters.store.spi.UseSnapshot;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Appends receipts of several users with one read and one write, and without the read where it knows the chain heads from its last write:
 * a head that another node has changed since refuses the write. For one thread at a time.
 */
final class SharedAppend {

    /** Heads that are kept; one has some 150 bytes with its user. */
    private static final int MAX_HEADS = 10_000;

    private final Supplier<SharedUseStore> store;
    private final UseChain chain;

    private final Map<UserId, StoredChainHead> heads = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, StoredChainHead> eldest) {
            return size() > MAX_HEADS;
        }
    };

    SharedAppend(Supplier<SharedUseStore> store, UseChain chain) {
        this.store = store;
        this.chain = chain;
    }

    /** Returns for each receipt what became of it; empty if it has to be appended on its own. */
    List<Optional<AppendResult>> all(List<LeasedReceipt> receipts) {
        return store.get().inSession(session -> {
            Map<UserId, UseDecision> decisions = decisions(snapshots(session, receipts));
            List<AppendResult> results = receipts.stream()
                    .map(one ->
                            Objects.requireNonNull(decisions.get(one.user())).add(one))
                    .toList();
            Set<UserId> refused = refused(session, decisions);
            return IntStream.range(0, results.size())
                    .mapToObj(i -> refused.contains(receipts.get(i).user())
                            ? Optional.<AppendResult>empty()
                            : Optional.of(results.get(i)))
                    .toList();
        });
    }

    /** A lease may be ended at any time, so it is read. */
    private Map<UserId, UseSnapshot> snapshots(SharedUseSession session, List<LeasedReceipt> receipts) {
        Map<UserId, Set<LeaseId>> unknown = receipts.stream()
                .filter(one -> one.lease().isPresent() || !heads.containsKey(one.user()))
                .collect(Collectors.groupingBy(
                        LeasedReceipt::user, Collectors.flatMapping(LeasedReceipt::leases, Collectors.toSet())));
        Map<UserId, UseSnapshot> snapshots = new HashMap<>(unknown.isEmpty() ? Map.of() : session.snapshots(unknown));
        receipts.forEach(one -> snapshots.computeIfAbsent(
                one.user(), user -> new UseSnapshot(Objects.requireNonNull(heads.get(user)), Map.of())));
        return snapshots;
    }

    private Map<UserId, UseDecision> decisions(Map<UserId, UseSnapshot> snapshots) {
        Map<UserId, UseDecision> decisions = new HashMap<>();
        snapshots.forEach((user, snapshot) -> decisions.put(user, new UseDecision(snapshot, chain)));
        return decisions;
    }

    /** Writes what was decided, and returns the users whose write did not take place. If it fails, it may have taken place or not. */
    private Set<UserId> refused(SharedUseSession session, Map<UserId, UseDecision> decisions) {
        List<UseWrite> writes = decisions.entrySet().stream()
                .flatMap(it -> it.getValue().write(it.getKey()).stream())
                .sorted(Comparator.comparing(write -> write.user().value()))
                .toList();
        writes.forEach(write -> heads.remove(write.user()));
        Set<UserId> written = writes.isEmpty() ? Set.of() : session.append(writes);
        writes.stream()
                .filter(write -> written.contains(write.user()))
                .forEach(write -> heads.put(write.user(), write.head()));
        return writes.stream()
                .map(UseWrite::user)
                .filter(user -> !written.contains(user))
                .collect(Collectors.toSet());
    }
}
