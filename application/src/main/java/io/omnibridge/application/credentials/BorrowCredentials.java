package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.FreshCredentials.Usable;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lends the credentials of an account for one call of its provider's API, and renews them first where that is due. Fresh ones
 * cost one read of the store and one opening. Nothing outside the call sees them. Thread-safe.
 */
public final class BorrowCredentials {

    private static final Duration NOTED = Duration.ofDays(1);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final TokenStore store;
    private final CredentialSealer sealer;
    private final RefreshCredentials refreshCredentials;
    private final Clock clock;

    public BorrowCredentials(
            TokenStore store, CredentialSealer sealer, RefreshCredentials refreshCredentials, Clock clock) {
        this.store = Objects.requireNonNull(store);
        this.sealer = Objects.requireNonNull(sealer);
        this.refreshCredentials = Objects.requireNonNull(refreshCredentials);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Lends the account's credentials to {@code use}. If the API refuses them, they are renewed and used once more; if it
     * refuses those too, the account has to be connected again.
     *
     * @throws StoreUnavailable if the store did not answer
     * @throws io.omnibridge.application.port.CredentialsUnreadable if what is stored does not open
     */
    public <T> BorrowResult<T> borrow(AccountKey key, ApiCall<T> use) {
        return store.find(key)
                .map(account -> lend(current(account), usable -> firstUse(usable, use)))
                .orElseGet(BorrowResult.NotFound::new);
    }

    private <T> BorrowResult<T> firstUse(Usable usable, ApiCall<T> use) {
        ApiCallResult<T> used = use.with(usable.grant().credentials());
        if (used instanceof ApiCallResult.Done<T> done) {
            return lent(usable, done.value());
        }
        AccountKey key = usable.account().key();
        FreshCredentials fresh =
                refreshCredentials.fresh(key, Optional.of(usable.account().version()));
        return lend(fresh, again -> secondUse(again, use));
    }

    private <T> BorrowResult<T> secondUse(Usable usable, ApiCall<T> use) {
        ApiCallResult<T> used = use.with(usable.grant().credentials());
        return used instanceof ApiCallResult.Done<T> done ? lent(usable, done.value()) : refuse(usable.account());
    }

    private static <T> BorrowResult<T> lend(FreshCredentials fresh, Function<Usable, BorrowResult<T>> to) {
        if (fresh instanceof Usable usable) {
            return to.apply(usable);
        }
        if (fresh instanceof FreshCredentials.NeedsReconnect needsReconnect) {
            return new BorrowResult.NeedsReconnect<>(needsReconnect.reason());
        }
        return fresh instanceof FreshCredentials.Unavailable unavailable
                ? new BorrowResult.Unavailable<>(unavailable.retryAfter())
                : new BorrowResult.NotFound<>();
    }

    /** What there is, if it is fresh, or still valid while somebody in this process renews it already. */
    private FreshCredentials current(Account account) {
        Instant now = clock.instant();
        if (account.metadata().refresh() instanceof Ended) {
            return new FreshCredentials.NeedsReconnect(
                    account.metadata().reconnectReasonAt(now).orElseThrow());
        }
        Grant grant = sealer.open(account);
        boolean isDue = DueDate.isReached(account, grant, now);
        return !isDue || (DueDate.isValid(grant, now) && refreshCredentials.isUnderWay(account.key()))
                ? new Usable(account, grant)
                : refreshCredentials.fresh(account.key(), Optional.empty());
    }

    private <T> BorrowResult<T> lent(Usable usable, T value) {
        Instant now = clock.instant();
        Account account = usable.account();
        if (!now.isBefore(account.metadata().usedAt().plus(NOTED))) {
            recordUse(account, now);
        }
        return new BorrowResult.Lent<>(value);
    }

    /** A use that is not noted is noted at the next one. */
    private void recordUse(Account account, Instant now) {
        try {
            store.recordUse(account.key(), account.version(), now);
        } catch (StoreUnavailable e) {
            return;
        }
    }

    private <T> BorrowResult<T> refuse(Account account) {
        Ended ended = new Ended(Reason.ACCESS_REFUSED, clock.instant());
        AuditedAction action = Renewal.action(AuditedAction.Kind.RENEW, account, ended.since());
        return store.markNeedsReconnect(account.metadata().refresh(), account.refreshing(ended), action)
                ? new BorrowResult.NeedsReconnect<>(
                        new ReconnectReason(ReconnectReason.Word.ACCESS_REFUSED, ended.since()))
                : new BorrowResult.Unavailable<>(RETRY_DELAY);
    }
}
