package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.deadline.UserEntries;
import io.omnibridge.adapters.store.deadline.UserTurns;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/** Receipts of each user, appended in batches of their own. Nothing is kept of a user without writes. Thread-safe. */
final class WaitingReceipts {

    /** One that is appended, and as many that wait as other writes may. */
    private static final int MAX_OF_USER = 1 + UserTurns.MAX_WAITING;

    private final UserEntries<Batches<LeasedReceipt, AppendResult>> users;

    /**
     * @param maxWait how long a receipt waits for its turn
     * @param append appends receipts of one user, and returns the result of each
     */
    WaitingReceipts(Duration maxWait, BiFunction<UserId, List<LeasedReceipt>, List<AppendResult>> append) {
        this.users = new UserEntries<>(
                MAX_OF_USER, user -> new Batches<>(MAX_OF_USER, maxWait, receipts -> append.apply(user, receipts)));
    }

    /**
     * Appends a receipt when it is its turn, alone or with others.
     *
     * @throws StoreUnavailable if its turn did not come in time, too many others of the user wait, or the store did not respond
     */
    AppendResult append(LeasedReceipt own) {
        return users.write(own.user(), batches -> batches.resultOf(own));
    }

    /** Returns the number of users with receipts. */
    int size() {
        return users.size();
    }

    /** Returns how many receipts of the user wait. */
    int waiting(UserId user) {
        return users.find(user).map(Batches::size).orElse(0);
    }
}
