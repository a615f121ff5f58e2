package io.omnibridge.application.connect;

import io.omnibridge.application.accounts.AccountFactory;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.time.Clock;
import java.time.Instant;
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
    private final AccountFactory accounts;
    private final KeepRefreshToken keepRefreshToken;
    private final RevocationPlanner planner;
    private final EarlierWrite earlierWrite;
    private final int quota;
    private final Clock clock;

    /** @param quota how many accounts one user may have */
    public LinkExchangedGrant(
            ConnectAttempts attempts,
            TokenStore store,
            AccountFactory accounts,
            CredentialSealer sealer,
            RevocationPlanner planner,
            int quota,
            Clock clock) {
        this.attempts = Objects.requireNonNull(attempts);
        this.store = Objects.requireNonNull(store);
        this.accounts = Objects.requireNonNull(accounts);
        this.keepRefreshToken = new KeepRefreshToken(sealer);
        this.planner = Objects.requireNonNull(planner);
        this.earlierWrite = new EarlierWrite(attempts, store);
        this.quota = quota;
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
        Link link = new Link(exchanging, key, granted.grant(), linkedBefore.contains(key), linking);
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

    private record Link(
            ConnectAttempt exchanging, AccountKey key, Grant grant, boolean wasLinkedBefore, AuditedAction action) {}

    /**
     * Writes once. A write that was not acknowledged may be repeated: the attempt's revision keeps it from taking place twice.
     *
     * @return empty if the stored account changed meanwhile
     */
    private Optional<CompleteResult> write(Link link) {
        Optional<CompleteResult> result = writeIfUnchanged(link);
        return result.isPresent() ? result : earlierWrite.resultOf(link.exchanging(), link.key());
    }

    private Optional<CompleteResult> writeIfUnchanged(Link link) {
        if (isTooLate(link)) {
            return fail(link, AttemptFailure.EXCHANGE_UNKNOWN);
        }
        Optional<Account> former = store.find(link.key());
        if (link.wasLinkedBefore() && former.isEmpty()) {
            return fail(link, AttemptFailure.UNLINKED);
        }
        return write(link, former).map(LinkExchangedGrant::result);
    }

    private Optional<LinkResult> write(Link link, Optional<Account> former) {
        Instant now = link.action().at();
        Optional<Grant> merged = former.flatMap(it -> keepRefreshToken.merge(it, link.grant(), now));
        if (merged.isPresent()) {
            Account account = accounts.fromConnect(link.key(), merged.get(), now)
                    .withRefresh(KeepRefreshToken.stateOf(former.orElseThrow()));
            return attempts.complete(
                    link.exchanging(), account, former.map(Account::metadata), quota, Optional.empty(), link.action());
        }
        return attempts.complete(
                link.exchanging(),
                accounts.fromConnect(link.key(), link.grant(), now),
                former.map(Account::metadata).filter(it -> link.wasLinkedBefore()),
                quota,
                former.flatMap(replaced -> planner.forReplaced(replaced, link.grant(), now)),
                link.action());
    }

    /** Returns whether the attempt's time is over, so that its user was told that it failed. */
    private boolean isTooLate(Link link) {
        return link.exchanging().state() instanceof AttemptState.Exchanging state
                && !clock.instant().isBefore(state.until());
    }

    private Optional<CompleteResult> fail(Link link, AttemptFailure reason) {
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
