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
    private static final Duration SOON = Duration.ofSeconds(1);

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
    public <T> Borrowed<T> borrow(AccountKey key, Use<T> use) {
        return store.find(key)
                .map(account -> lend(current(account), usable -> firstUse(usable, use)))
                .orElseGet(Borrowed.NotFound::new);
    }

    private <T> Borrowed<T> firstUse(Usable usable, Use<T> use) {
        Used<T> used = use.with(usable.grant().credentials());
        if (used instanceof Used.Done<T> done) {
            return lent(usable, done.value());
        }
        AccountKey key = usable.account().key();
        FreshCredentials fresh =
                refreshCredentials.fresh(key, Optional.of(usable.account().version()));
        return lend(fresh, again -> secondUse(again, use));
    }

    private <T> Borrowed<T> secondUse(Usable usable, Use<T> use) {
        Used<T> used = use.with(usable.grant().credentials());
        return used instanceof Used.Done<T> done ? lent(usable, done.value()) : refuse(usable.account());
    }

    private static <T> Borrowed<T> lend(FreshCredentials fresh, Function<Usable, Borrowed<T>> to) {
        if (fresh instanceof Usable usable) {
            return to.apply(usable);
        }
        if (fresh instanceof FreshCredentials.NeedsReconnect needsReconnect) {
            return new Borrowed.NeedsReconnect<>(needsReconnect.reason());
        }
        return fresh instanceof FreshCredentials.Unavailable unavailable
                ? new Borrowed.Unavailable<>(unavailable.retryAfter())
                : new Borrowed.NotFound<>();
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

    private <T> Borrowed<T> lent(Usable usable, T value) {
        Instant now = clock.instant();
        Account account = usable.account();
        if (!now.isBefore(account.metadata().usedAt().plus(NOTED))) {
            touch(account, now);
        }
        return new Borrowed.Lent<>(value);
    }

    /** A use that is not noted is noted at the next one. */
    private void touch(Account account, Instant now) {
        try {
            store.touch(account.key(), account.version(), now);
        } catch (StoreUnavailable e) {
            return;
        }
    }

    private <T> Borrowed<T> refuse(Account account) {
        Ended ended = new Ended(Reason.ACCESS_REFUSED, clock.instant());
        AuditedAction action = Renewal.action(AuditedAction.Kind.RENEW, account, ended.since());
        return store.end(account.metadata().refresh(), account.refreshing(ended), action)
                ? new Borrowed.NeedsReconnect<>(new ReconnectReason(ReconnectReason.Word.ACCESS_REFUSED, ended.since()))
                : new Borrowed.Unavailable<>(SOON);
    }
}
