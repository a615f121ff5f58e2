package io.omnibridge.application.credentials;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes credentials for callers that wait for a limited time. A refresh that takes longer goes on: an interrupted call can end a
 * grant. Thread-safe.
 */
public final class TimedRefresh {

    private final RefreshCredentials refreshCredentials;
    private final Executor threads;

    /** @param threads run the refreshes; it has to run every one that it accepts */
    public TimedRefresh(RefreshCredentials refreshCredentials, Executor threads) {
        this.refreshCredentials = Objects.requireNonNull(refreshCredentials);
        this.threads = Objects.requireNonNull(threads);
    }

    RefreshEvents events() {
        return refreshCredentials.events();
    }

    boolean isRunning(AccountKey key) {
        return refreshCredentials.isRunning(key);
    }

    /**
     * Does what {@link RefreshCredentials#refreshIfDue} does, within {@code timeout}.
     *
     * @throws StoreUnavailable if the store did not answer
     */
    CredentialsResult refreshIfDue(AccountKey key, Optional<AccountVersion> refused, Duration timeout) {
        try {
            return CompletableFuture.supplyAsync(() -> refreshCredentials.refreshIfDue(key, refused), threads)
                    .get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new CredentialsResult.Unavailable(RefreshRetries.DEFAULT_RETRY_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CredentialsResult.Unavailable(RefreshRetries.DEFAULT_RETRY_AFTER);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    /** Returns the exception of the other thread if a caller expects it. */
    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return cause instanceof RuntimeException expected
                ? expected
                : new IllegalStateException("the refresh failed", cause);
    }
}
