package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.deadline.UserGates;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;

/** Receipts of each user, appended in batches of their own. Nothing is kept of a user without writes. Thread-safe. */
final class WaitingReceipts {

    /** One that is appended, and as many that wait as other writes may. */
    private static final int MAX_OF_USER = 1 + UserGates.MAX_WAITING;

    private final Duration maxWait;
    private final BiFunction<UserId, List<LeasedReceipt>, List<AppendResult>> append;
    private final ConcurrentMap<UserId, OfUser> users = new ConcurrentHashMap<>();

    /**
     * @param maxWait how long a receipt waits for its turn
     * @param append appends receipts of one user, and returns the result of each
     */
    WaitingReceipts(Duration maxWait, BiFunction<UserId, List<LeasedReceipt>, List<AppendResult>> append) {
        this.maxWait = maxWait;
        this.append = append;
    }

    /** @param receipts how many there are, those that are appended among them */
    private record OfUser(Batches<LeasedReceipt, AppendResult> batches, int receipts) {

        OfUser with(int more) {
            return new OfUser(batches, receipts + more);
        }
    }

    /**
     * Appends a receipt when it is its turn, alone or with others.
     *
     * @throws StoreUnavailable if its turn did not come in time, too many others of the user wait, or the store did not respond
     */
    AppendResult append(LeasedReceipt own) {
        UserId user = own.user();
        OfUser entered =
                users.compute(user, (id, former) -> (former == null ? new OfUser(batches(id), 0) : former).with(1));
        try {
            if (entered.receipts() > MAX_OF_USER) {
                throw new StoreUnavailable("too many writes of the same user wait");
            }
            return entered.batches().resultOf(own);
        } finally {
            users.computeIfPresent(user, (id, last) -> last.receipts() == 1 ? null : last.with(-1));
        }
    }

    /** Returns the number of users with receipts. */
    int size() {
        return users.size();
    }

    /** Returns how many receipts of the user wait. */
    int waiting(UserId user) {
        return Optional.ofNullable(users.get(user))
                .map(of -> of.batches().size())
                .orElse(0);
    }

    private Batches<LeasedReceipt, AppendResult> batches(UserId user) {
        return new Batches<>(MAX_OF_USER, maxWait, receipts -> append.apply(user, receipts));
    }
}
