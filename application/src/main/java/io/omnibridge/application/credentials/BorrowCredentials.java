package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.CredentialsResult.Usable;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lends an account's credentials to one call of its provider's API, and refreshes them first if they are due. Fresh
 * credentials cost one read of the store and one opening. Only the call sees them. Thread-safe.
 */
public final class BorrowCredentials {

    /** The minimum time between two refreshes of one account for the reason that an API refused its access token. */
    private static final Duration REFUSAL_INTERVAL = Duration.ofMinutes(10);

    private final TokenStore store;
    private final CredentialSealer sealer;
    private final TimedRefresh refresh;
    private final MarkNeedsReconnect needsReconnect;
    private final Clock clock;
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    public BorrowCredentials(
            TokenStore store, CredentialSealer sealer, TimedRefresh refresh, Clock clock, LongSupplier nanoTime) {
        this.store = Objects.requireNonNull(store);
        this.sealer = Objects.requireNonNull(sealer);
        this.refresh = Objects.requireNonNull(refresh);
        this.needsReconnect = new MarkNeedsReconnect(store, refresh.events());
        this.clock = Objects.requireNonNull(clock);
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    /**
     * Reads an account and opens its credentials.
     *
     * @throws StoreUnavailable if the store did not answer
     * @throws io.omnibridge.application.port.CredentialsUnreadable if the stored credentials do not open
     */
    public OpenResult open(AccountKey key) {
        return store.find(key).map(this::open).orElseGet(OpenResult.NotFound::new);
    }

    private OpenResult open(Account account) {
        return account.metadata().refresh() instanceof Ended
                ? new OpenResult.NeedsReconnect(
                        account.metadata().reconnectReasonAt(clock.instant()).orElseThrow())
                : new OpenResult.Opened(new OpenedAccount(account, sealer.open(account)));
    }

    /**
     * Lends the credentials of {@code opened} to {@code call}. If the API refuses them, they are refreshed, unless they are of the
     * last ten minutes, and {@code call} runs once more. If the API refuses those too, and the provider refuses them elsewhere, the
     * account needs to be connected again; otherwise what the API answered is the result.
     *
     * @param timeout how long a refresh may take. One that takes longer goes on, and a later call finds what it renewed.
     * @throws StoreUnavailable if the store did not answer
     * @throws io.omnibridge.application.port.CredentialsUnreadable if the stored credentials do not open
     */
    public <T> BorrowResult<T> borrow(OpenedAccount opened, Duration timeout, ApiCall<T> call) {
        long end = nanoTime.getAsLong() + timeout.toNanos();
        CredentialsResult current = current(opened, timeout);
        if (!(current instanceof Usable usable)) {
            return notLent(current);
        }
        ApiCallResult<T> result = call.call(usable.grant().credentials());
        if (result instanceof ApiCallResult.Done<T> done) {
            return new BorrowResult.Lent<>(done.value());
        }
        return isRenewable(usable)
                ? callAgain(usable, Duration.ofNanos(end - nanoTime.getAsLong()), call)
                : refused(usable, ((ApiCallResult.Unauthorized<T>) result).value(), call);
    }

    private <T> BorrowResult<T> callAgain(Usable refused, Duration timeout, ApiCall<T> call) {
        AccountVersion version = refused.account().version();
        CredentialsResult renewed = refresh.refreshIfDue(refused.account().key(), Optional.of(version), timeout);
        if (!(renewed instanceof Usable usable)) {
            return notLent(renewed);
        }
        ApiCallResult<T> result = call.call(usable.grant().credentials());
        return result instanceof ApiCallResult.Unauthorized<T> unauthorized
                ? refused(usable, unauthorized.value(), call)
                : new BorrowResult.Lent<>(((ApiCallResult.Done<T>) result).value());
    }

    private static <T> BorrowResult<T> notLent(CredentialsResult result) {
        if (result instanceof CredentialsResult.NeedsReconnect needsReconnect) {
            return new BorrowResult.NeedsReconnect<>(needsReconnect.reason());
        }
        return result instanceof CredentialsResult.Unavailable unavailable
                ? new BorrowResult.Unavailable<>(unavailable.retryAfter())
                : new BorrowResult.NotFound<>();
    }

    /**
     * Returns the opened credentials if they are fresh, or if they are valid and this process is refreshing them
     * already.
     */
    private CredentialsResult current(OpenedAccount opened, Duration timeout) {
        Account account = opened.account();
        Instant now = clock.instant();
        boolean isDue = DueDate.isReached(account, opened.grant(), now);
        return !isDue || (DueDate.isValid(opened.grant(), now) && refresh.isRunning(account.key()))
                ? new Usable(account, opened.grant())
                : refresh.refreshIfDue(account.key(), Optional.empty(), timeout);
    }

    private boolean isRenewable(Usable usable) {
        Instant updatedAt = usable.account().metadata().updatedAt();
        return usable.grant().credentials().refreshToken().isPresent()
                && usable.grant().origin().isPresent()
                && !clock.instant().isBefore(updatedAt.plus(REFUSAL_INTERVAL));
    }

    private <T> BorrowResult<T> refused(Usable usable, T answer, ApiCall<T> call) {
        return call.isRefusedElsewhere(usable.grant().credentials())
                ? end(usable.account())
                : new BorrowResult.Lent<>(answer);
    }

    /** Marks the account as needing a reconnect: its provider refuses credentials that cannot be renewed. */
    private <T> BorrowResult<T> end(Account account) {
        Ended ended = new Ended(RefreshEndReason.ACCESS_REFUSED, clock.instant());
        return needsReconnect.mark(account.metadata().refresh(), account.withRefresh(ended), ended.since())
                ? new BorrowResult.NeedsReconnect<>(new ReconnectReason(ReconnectCode.ACCESS_REFUSED, ended.since()))
                : new BorrowResult.Unavailable<>(RefreshRetries.DEFAULT_RETRY_AFTER);
    }
}
