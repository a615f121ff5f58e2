package io.omnibridge.application.session;

import io.omnibridge.application.port.StoreUnavailable;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One read of a user's last sign-out, under way or done. One thread completes it; others wait for that. Thread-safe. */
final class SignOutLookup {

    private static final long MAX_AGE = RecentSignOuts.MAX_AGE.toNanos();

    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private final long begunAt;

    /** @param begunAt on the process's monotonic clock, before the store is asked */
    SignOutLookup(long begunAt) {
        this.begunAt = begunAt;
    }

    /** @param unavailable why the store did not tell; null if it did */
    private record Result(Optional<Instant> last, @Nullable StoreUnavailable unavailable) {}

    boolean isRecentAt(long now) {
        return now - begunAt < MAX_AGE;
    }

    void complete(Optional<Instant> last) {
        result.complete(new Result(last, null));
    }

    void fail(StoreUnavailable unavailable) {
        result.complete(new Result(Optional.empty(), unavailable));
    }

    /**
     * Waits for the result and returns it.
     *
     * @throws StoreUnavailable if the store did not tell
     */
    Optional<Instant> result() {
        Result known = result.join();
        if (known.unavailable() != null) {
            throw new StoreUnavailable(String.valueOf(known.unavailable().getMessage()), known.unavailable());
        }
        return known.last();
    }
}
