package io.omnibridge.adapters.store.deadline;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gates in front of a store, one for each user. Two writes of a user pass at once; some others wait in their order, and hold no
 * connection meanwhile; more are refused, so that they do not take the threads of other users. Writes of one user exclude each
 * other in the store anyway, so more of them would only keep connections from other users. Nothing is kept of a user without
 * writes. Thread-safe.
 */
public final class UserTurns {

    static final int MAX_WRITES = 2;

    /** More than a client sends at once, and a small part of a node's threads for requests. */
    public static final int MAX_WAITING = 128;

    private final Duration maxWait;
    private final UserEntries<Semaphore> turns =
            new UserEntries<>(MAX_WRITES + MAX_WAITING, user -> new Semaphore(MAX_WRITES, true));

    /** @param maxWait how long a write waits for its turn */
    public UserTurns(Duration maxWait) {
        this.maxWait = maxWait;
    }

    /**
     * Runs {@code write} when it is its turn.
     *
     * @throws StoreUnavailable if that took too long, or too many writes of the user wait; then nothing was written
     */
    public <T> T inTurn(UserId user, Supplier<T> write) {
        return turns.write(user, permits -> inTurn(permits, write));
    }

    private <T> T inTurn(Semaphore permits, Supplier<T> write) {
        acquire(permits);
        try {
            return write.get();
        } finally {
            permits.release();
        }
    }

    /** Returns the number of users with writes. */
    int size() {
        return turns.size();
    }

    private void acquire(Semaphore permits) {
        try {
            if (!permits.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreUnavailable("other writes of the same user did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("the thread was interrupted while it waited for other writes of the same user");
        }
    }
}
