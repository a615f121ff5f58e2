package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Links the account that a code exchange granted, and completes the attempt in the same write. Thread-safe. */
public final class LinkExchangedGrant {

    private static final int MAX_FAILURES = 3;

    /** Each lost race means that another writer changed this very account in between. */
    private static final int MAX_RACES = 16;

    private final ConnectAttempts attempts;
    private final TokenStore store;
    private final WriteExchangedLink writeLink;
    private final EarlierWrite earlierWrite;
    private final Clock clock;

    public LinkExchangedGrant(ConnectAttempts attempts, TokenStore store, WriteExchangedLink writeLink, Clock clock) {
        this.attempts = Objects.requireNonNull(attempts);
        this.store = Objects.requireNonNull(store);
        this.writeLink = Objects.requireNonNull(writeLink);
        this.earlierWrite = new EarlierWrite(attempts, store);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Links the account, or ends the attempt without a link.
     *
     * @param linkedBefore the user's accounts at the provider when the exchange began; one that is gone since was unlinked, and
     *     stays so
     * @param action of the caller who completes the attempt
     * @return completed, or failed; if failed, the account was not linked
     * @throws StoreUnavailable if the store did not answer; the account may have been linked
     */
    CompleteResult link(
            ConnectAttempt exchanging,
            ExchangeResult.Granted granted,
            Set<AccountKey> linkedBefore,
            AuditedAction action) {
        AccountKey key = new AccountKey(exchanging.owner(), exchanging.provider(), granted.account());
        AuditedAction linking = action.on(key).on(exchanging).as(action.kind(), clock.instant());
        ExchangedLink link = new ExchangedLink(exchanging, key, granted.grant(), linkedBefore.contains(key), linking);
        int failures = 0;
        for (int race = 0; race < MAX_RACES; ) {
            try {
                Optional<CompleteResult> result = write(link);
                if (result.isPresent()) {
                    return result.get();
                }
                race++;
            } catch (StoreUnavailable e) {
                if (++failures == MAX_FAILURES) {
                    throw e;
                }
            }
        }
        throw new StoreUnavailable("the account changed " + MAX_RACES + " times while it was being connected");
    }

    /**
     * Writes once. A write that was not acknowledged may be repeated: the attempt's revision keeps it from taking place twice.
     *
     * @return empty if the stored account changed meanwhile
     */
    private Optional<CompleteResult> write(ExchangedLink link) {
        Optional<CompleteResult> result = writeIfUnchanged(link);
        return result.isPresent() ? result : earlierWrite.resultOf(link.exchanging(), link.key());
    }

    private Optional<CompleteResult> writeIfUnchanged(ExchangedLink link) {
        if (isTooLate(link)) {
            return fail(link, AttemptFailure.EXCHANGE_UNKNOWN);
        }
        Optional<Account> former = store.find(link.key());
        if (link.wasLinkedBefore() && former.isEmpty()) {
            return fail(link, AttemptFailure.UNLINKED);
        }
        return writeLink.write(link, former).map(LinkExchangedGrant::result);
    }

    /** Returns whether the attempt's time is over, so that its user was told that it failed. */
    private boolean isTooLate(ExchangedLink link) {
        return link.exchanging().state() instanceof AttemptState.Exchanging state
                && !clock.instant().isBefore(state.until());
    }

    private Optional<CompleteResult> fail(ExchangedLink link, AttemptFailure reason) {
        ConnectAttempt failed = link.exchanging().failed(reason);
        return attempts.proceed(failed, link.action().on(failed).withOutcome(AuditOutcome.FAILED))
                ? Optional.of(new CompleteResult.Failed(reason))
                : Optional.empty();
    }

    private static CompleteResult result(LinkResult result) {
        if (result instanceof LinkResult.Linked linked) {
            return new CompleteResult.Completed(linked.account(), true);
        }
        return result instanceof LinkResult.Replaced replaced
                ? new CompleteResult.Completed(replaced.account(), false)
                : new CompleteResult.Failed(AttemptFailure.QUOTA_EXCEEDED);
    }
}
