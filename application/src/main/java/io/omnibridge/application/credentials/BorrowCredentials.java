package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.CredentialsResult.Usable;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lends an account's credentials to one call of its provider's API, and refreshes them first if they are due. Fresh
 * credentials cost one read of the store and one opening. Only the call sees them. Thread-safe.
 */
public final class BorrowCredentials {

    /** The minimum time between two recorded uses. */
    private static final Duration USE_PRECISION = Duration.ofDays(1);

    private final TokenStore store;
    private final CredentialSealer sealer;
    private final RefreshCredentials refreshCredentials;
    private final AccountEnding ending;
    private final Clock clock;

    public BorrowCredentials(
            TokenStore store, CredentialSealer sealer, RefreshCredentials refreshCredentials, Clock clock) {
        this.store = Objects.requireNonNull(store);
        this.sealer = Objects.requireNonNull(sealer);
        this.refreshCredentials = Objects.requireNonNull(refreshCredentials);
        this.ending = new AccountEnding(store, refreshCredentials.events());
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Lends the account's credentials to {@code call}. If the API refuses them, they are refreshed and {@code call}
     * runs once more. If the API refuses those too, the account needs to be connected again.
     *
     * @throws StoreUnavailable if the store did not answer
     * @throws io.omnibridge.application.port.CredentialsUnreadable if the stored credentials do not open
     */
    public <T> BorrowResult<T> borrow(AccountKey key, ApiCall<T> call) {
        return store.find(key)
                .map(account -> lend(current(account), usable -> firstCall(usable, call)))
                .orElseGet(BorrowResult.NotFound::new);
    }

    private <T> BorrowResult<T> firstCall(Usable usable, ApiCall<T> call) {
        ApiCallResult<T> result = call.call(usable.grant().credentials());
        if (result instanceof ApiCallResult.Done<T> done) {
            return lent(usable, done.value());
        }
        AccountKey key = usable.account().key();
        CredentialsResult refreshed = refreshCredentials.refreshIfDue(
                key, Optional.of(usable.account().version()));
        return lend(refreshed, again -> secondCall(again, call));
    }

    private <T> BorrowResult<T> secondCall(Usable usable, ApiCall<T> call) {
        ApiCallResult<T> result = call.call(usable.grant().credentials());
        return result instanceof ApiCallResult.Done<T> done ? lent(usable, done.value()) : refuse(usable.account());
    }

    private static <T> BorrowResult<T> lend(CredentialsResult result, Function<Usable, BorrowResult<T>> to) {
        if (result instanceof Usable usable) {
            return to.apply(usable);
        }
        if (result instanceof CredentialsResult.NeedsReconnect needsReconnect) {
            return new BorrowResult.NeedsReconnect<>(needsReconnect.reason());
        }
        return result instanceof CredentialsResult.Unavailable unavailable
                ? new BorrowResult.Unavailable<>(unavailable.retryAfter())
                : new BorrowResult.NotFound<>();
    }

    /**
     * Returns the stored credentials if they are fresh, or if they are valid and this process is refreshing them
     * already.
     */
    private CredentialsResult current(Account account) {
        Instant now = clock.instant();
        if (account.metadata().refresh() instanceof Ended) {
            return new CredentialsResult.NeedsReconnect(
                    account.metadata().reconnectReasonAt(now).orElseThrow());
        }
        Grant grant = sealer.open(account);
        boolean isDue = DueDate.isReached(account, grant, now);
        return !isDue || (DueDate.isValid(grant, now) && refreshCredentials.isRunning(account.key()))
                ? new Usable(account, grant)
                : refreshCredentials.refreshIfDue(account.key(), Optional.empty());
    }

    private <T> BorrowResult<T> lent(Usable usable, T value) {
        Instant now = clock.instant();
        Account account = usable.account();
        if (!now.isBefore(account.metadata().usedAt().plus(USE_PRECISION))) {
            recordUse(account, now);
        }
        return new BorrowResult.Lent<>(value);
    }

    /** Records the use. If the store does not answer, the next use is recorded instead. */
    private void recordUse(Account account, Instant now) {
        try {
            store.recordUse(account.key(), account.version(), now);
        } catch (StoreUnavailable e) {
            return;
        }
    }

    /** Marks the account as needing a reconnect: its provider's API refused even renewed credentials. */
    private <T> BorrowResult<T> refuse(Account account) {
        Ended ended = new Ended(Reason.ACCESS_REFUSED, clock.instant());
        return ending.mark(account.metadata().refresh(), account.withRefresh(ended), ended.since())
                ? new BorrowResult.NeedsReconnect<>(
                        new ReconnectReason(ReconnectReason.Code.ACCESS_REFUSED, ended.since()))
                : new BorrowResult.Unavailable<>(RefreshRetries.DEFAULT_RETRY_AFTER);
    }
}
