package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.AccountKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

/** The accounts for which this process may be calling a provider, and a switch that permits no more. Thread-safe. */
final class CallsInFlight {

    private final LongSupplier nanoTime;
    private final Set<AccountKey> accounts = new HashSet<>();
    private boolean isClosed;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    CallsInFlight(LongSupplier nanoTime) {
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    /** Returns whether a call for the account may begin, or may be running already; {@link #leave} ends it. */
    synchronized boolean enter(AccountKey account) {
        if (!isClosed) {
            accounts.add(account);
        }
        return accounts.contains(account);
    }

    /** Ends the call for the account, if there is one. */
    synchronized void leave(AccountKey account) {
        accounts.remove(account);
        notifyAll();
    }

    /**
     * Permits no more calls, and waits for those that are running.
     *
     * @return whether all of them ended within {@code timeout}
     */
    synchronized boolean close(Duration timeout) throws InterruptedException {
        isClosed = true;
        long end = nanoTime.getAsLong() + timeout.toNanos();
        for (long left = timeout.toMillis(); !accounts.isEmpty() && left > 0; left = millisUntil(end)) {
            wait(left);
        }
        return accounts.isEmpty();
    }

    private long millisUntil(long end) {
        return (end - nanoTime.getAsLong()) / 1_000_000;
    }
}
