package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.deadline.UserGates;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.use.UseReceipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Receipts that wait for the write of an earlier one of the same user. When it is done, the thread of the first that waits appends
 * all of them in one write. Nothing is kept of a user without writes. Thread-safe.
 */
final class WaitingReceipts {

    private final UserGates gates;
    private final BiConsumer<UserId, List<Waiting>> append;
    private final ConcurrentMap<UserId, List<Waiting>> waiting = new ConcurrentHashMap<>();

    /**
     * @param maxWait how long a receipt waits for its turn
     * @param append appends receipts of one user, and completes the result of each
     */
    WaitingReceipts(Duration maxWait, BiConsumer<UserId, List<Waiting>> append) {
        this.gates = UserGates.ofSingleWrites(maxWait);
        this.append = append;
    }

    /** Receipt that waits, and its result, which the thread completes that appends it. */
    record Waiting(UseReceipt receipt, Optional<LeaseCount> lease, CompletableFuture<AppendResult> result) {}

    /**
     * Appends a receipt when it is its turn, alone or with others.
     *
     * @throws StoreUnavailable if its turn did not come in time, or the store did not respond
     */
    AppendResult append(UseReceipt receipt, Optional<LeaseCount> lease) {
        UserId user = receipt.use().user();
        Waiting one = new Waiting(receipt, lease, new CompletableFuture<>());
        waiting.merge(
                user,
                List.of(one),
                (former, last) -> Stream.concat(former.stream(), last.stream()).toList());
        try {
            return gates.inTurn(user, () -> resultOf(one, user));
        } finally {
            waiting.computeIfPresent(user, (id, all) -> without(one, all));
        }
    }

    /** Returns the number of users with receipts that wait. */
    int size() {
        return waiting.size();
    }

    /** Returns how many receipts of the user wait. */
    int waiting(UserId user) {
        return waiting.getOrDefault(user, List.of()).size();
    }

    private AppendResult resultOf(Waiting one, UserId user) {
        if (!one.result().isDone()) {
            appendAll(user, Optional.ofNullable(waiting.remove(user)).orElse(List.of()));
        }
        try {
            return one.result().join();
        } catch (CompletionException e) {
            throw Batches.failure(e.getCause());
        }
    }

    /** A fault is passed on to the threads of all receipts, each in an exception of its own. */
    private void appendAll(UserId user, List<Waiting> all) {
        try {
            append.accept(user, all);
        } catch (RuntimeException e) {
            all.forEach(one -> one.result().completeExceptionally(e));
        } catch (Error e) {
            all.forEach(one -> one.result().completeExceptionally(e));
            throw e;
        }
    }

    private static @Nullable List<Waiting> without(Waiting one, List<Waiting> all) {
        List<Waiting> others = all.stream().filter(other -> !other.equals(one)).toList();
        return others.isEmpty() ? null : others;
    }
}
