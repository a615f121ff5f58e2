package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.RefreshStep.Result;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
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
 * Renews credentials that are due, exactly once across all callers and all nodes: the claim to do so is a conditional write of
 * the account's row. New credentials are answered only once they are stored. Thread-safe.
 */
public final class RefreshCredentials {

    private static final Duration MAX_WAIT = Duration.ofSeconds(90);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    /** Whoever joins a refresh that somebody else began, with another aim, may have to begin one of their own. */
    private static final int MAX_JOINED = 8;

    private final RefreshPorts ports;
    private final Pause pause;
    private final ProviderBreakers breakers;
    private final CallsInFlight calls;
    private final Map<AccountKey, CompletableFuture<FreshCredentials>> flights = new ConcurrentHashMap<>();
    private final Map<AccountKey, RefreshStep> kept = new ConcurrentHashMap<>();

    public RefreshCredentials(RefreshPorts ports, Pause pause) {
        this.ports = Objects.requireNonNull(ports);
        this.pause = Objects.requireNonNull(pause);
        this.breakers = new ProviderBreakers(ports.nanoTime());
        this.calls = new CallsInFlight(ports.nanoTime());
    }

    /**
     * Credentials of the account that can be used: those that there are while they are fresh, else renewed ones.
     *
     * @param refused the version that a provider's API refused, which is not answered again if it can be renewed
     * @throws StoreUnavailable if the store did not answer
     */
    public FreshCredentials fresh(AccountKey key, Optional<AccountVersion> refused) {
        for (int joined = 0; joined < MAX_JOINED; joined++) {
            CompletableFuture<FreshCredentials> mine = new CompletableFuture<>();
            CompletableFuture<FreshCredentials> running = flights.putIfAbsent(key, mine);
            FreshCredentials fresh = running == null ? lead(key, refused, mine) : await(running);
            if (running == null || !isRefused(fresh, refused)) {
                return fresh;
            }
        }
        return new FreshCredentials.Unavailable(RETRY_DELAY);
    }

    /** Whether a refresh of the account is under way in this process. */
    boolean isUnderWay(AccountKey key) {
        return flights.containsKey(key);
    }

    /** Tries again to write what the store did not take; to be called now and then. */
    public void retryKept() {
        for (AccountKey key : kept.keySet()) {
            CompletableFuture<FreshCredentials> mine = new CompletableFuture<>();
            if (flights.putIfAbsent(key, mine) == null) {
                lead(key, Optional.empty(), mine);
            }
        }
    }

    /**
     * Lets no new call of a provider begin, and waits for those under way, so that the process can end without leaving doubt
     * behind. What is answered from now on is what there is.
     *
     * @return whether nothing is under way or unwritten any more
     */
    public boolean drain(Duration atMost) throws InterruptedException {
        boolean ended = calls.close(atMost);
        retryKept();
        return ended && kept.isEmpty();
    }

    private FreshCredentials lead(
            AccountKey key, Optional<AccountVersion> refused, CompletableFuture<FreshCredentials> mine) {
        try {
            FreshCredentials fresh = run(key, refused);
            mine.complete(fresh);
            return fresh;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, mine);
        }
    }

    private FreshCredentials run(AccountKey key, Optional<AccountVersion> refused) {
        CallPermit pass = new CallPermit(calls);
        RefreshTask task = new RefreshTask(key, refused, ports, breakers, pass);
        RefreshStep rest = kept.remove(key);
        RefreshStep step = rest == null ? new LoadAccount(task, Duration.ZERO) : rest;
        try {
            while (true) {
                Result result = step.take();
                if (result instanceof Result.Done done) {
                    return done.fresh();
                }
                if (result instanceof Result.Kept unwritten) {
                    kept.put(key, unwritten.rest());
                    return unwritten.fresh();
                }
                Result.Then then = (Result.Then) result;
                pause.pause(then.after());
                step = then.step();
            }
        } finally {
            pass.release();
        }
    }

    private static boolean isRefused(FreshCredentials fresh, Optional<AccountVersion> refused) {
        return fresh instanceof FreshCredentials.Usable usable
                && refused.equals(Optional.of(usable.account().version()));
    }

    private static FreshCredentials await(CompletableFuture<FreshCredentials> running) {
        try {
            return running.get(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreUnavailable store
                    ? store
                    : new IllegalStateException("the refresh that was waited for failed", e.getCause());
        } catch (TimeoutException e) {
            return new FreshCredentials.Unavailable(RETRY_DELAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FreshCredentials.Unavailable(RETRY_DELAY);
        }
    }
}
