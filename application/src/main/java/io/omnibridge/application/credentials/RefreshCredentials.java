package io.omnibridge.application.credentials;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.ProviderId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Refreshes credentials that are due, once across all callers and all nodes: the claim to refresh is a conditional
 * write of the account's row, and callers in this process share one refresh of an account. Renewed credentials are
 * returned only after they are stored. Thread-safe.
 */
public final class RefreshCredentials {

    private static final Duration MAX_WAIT = Duration.ofSeconds(90);

    /** The maximum number of running refreshes that a caller joins: each may return the version that was refused. */
    private static final int MAX_JOINED = 8;

    private final RefreshRunner runner;
    private final Pause pause;
    private final Map<AccountKey, CompletableFuture<CredentialsResult>> running = new ConcurrentHashMap<>();
    private final Map<AccountKey, RefreshStep> unwritten = new ConcurrentHashMap<>();

    public RefreshCredentials(RefreshRunner runner, Pause pause) {
        this.runner = Objects.requireNonNull(runner);
        this.pause = Objects.requireNonNull(pause);
    }

    /**
     * Returns usable credentials of the account: the stored ones while they are fresh, else renewed ones.
     *
     * @param refused the version whose access token the provider's API refused; it is not returned again if it can be
     *     refreshed
     * @throws StoreUnavailable if the store did not answer
     */
    public CredentialsResult refreshIfDue(AccountKey key, Optional<AccountVersion> refused) {
        for (int joined = 0; joined < MAX_JOINED; joined++) {
            CompletableFuture<CredentialsResult> mine = new CompletableFuture<>();
            CompletableFuture<CredentialsResult> others = running.putIfAbsent(key, mine);
            if (others == null) {
                return lead(new RefreshRequest(key, refused), mine);
            }
            CredentialsResult result = await(others);
            if (!isRefused(result, refused)) {
                return result;
            }
        }
        return new CredentialsResult.Unavailable(RefreshRetries.DEFAULT_RETRY_AFTER);
    }

    /** Returns the receiver of what happens to accounts. */
    RefreshEvents events() {
        return runner.calls().events();
    }

    /** Returns whether the provider's breaker is open on this node, so that refreshes there are trial calls. */
    public boolean isBreakerOpen(ProviderId provider) {
        return runner.calls().isBreakerOpen(provider);
    }

    /** Returns whether this process is refreshing the account now. */
    boolean isRunning(AccountKey key) {
        return running.containsKey(key);
    }

    /** Retries the writes that the store has not taken. A background job calls this every few seconds. */
    public void retryUnwritten() {
        for (AccountKey key : unwritten.keySet()) {
            CompletableFuture<CredentialsResult> mine = new CompletableFuture<>();
            if (running.putIfAbsent(key, mine) == null) {
                lead(new RefreshRequest(key, Optional.empty()), mine);
            }
        }
    }

    /**
     * Begins no more calls of providers, and waits for running ones, so that a process can stop without leaving unknown
     * outcomes behind. Callers still get credentials that need no refresh.
     *
     * @return whether every call ended within {@code timeout} and every result is stored
     */
    public boolean drain(Duration timeout) throws InterruptedException {
        boolean isEnded = runner.calls().close(timeout);
        retryUnwritten();
        return isEnded && unwritten.isEmpty();
    }

    private CredentialsResult lead(RefreshRequest request, CompletableFuture<CredentialsResult> mine) {
        try {
            CredentialsResult result = run(request);
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(request.key(), mine);
        }
    }

    private CredentialsResult run(RefreshRequest request) {
        RefreshStep rest = unwritten.remove(request.key());
        RefreshStep step = rest == null ? new RefreshStep.LoadAccount(request, Duration.ZERO) : rest;
        try {
            while (true) {
                StepResult result = step.runBy(runner);
                if (result instanceof StepResult.Finished finished) {
                    return finished.result();
                }
                if (result instanceof StepResult.Unwritten left) {
                    unwritten.put(request.key(), left.rest());
                    return left.result();
                }
                StepResult.Continue next = (StepResult.Continue) result;
                pause.pause(next.delay());
                step = next.next();
            }
        } finally {
            runner.calls().leave(request.key());
        }
    }

    private static boolean isRefused(CredentialsResult result, Optional<AccountVersion> refused) {
        return result instanceof CredentialsResult.Usable usable
                && refused.equals(Optional.of(usable.account().version()));
    }

    private static CredentialsResult await(CompletableFuture<CredentialsResult> others) {
        try {
            return others.get(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreUnavailable store
                    ? store
                    : new IllegalStateException("the refresh that this caller joined failed", e.getCause());
        } catch (TimeoutException e) {
            return new CredentialsResult.Unavailable(RefreshRetries.DEFAULT_RETRY_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CredentialsResult.Unavailable(RefreshRetries.DEFAULT_RETRY_AFTER);
        }
    }
}
