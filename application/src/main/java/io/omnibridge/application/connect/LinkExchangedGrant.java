package io.omnibridge.application.connect;

import io.omnibridge.application.accounts.AccountFactory;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Links the account that a code exchange granted, and completes the attempt in the same write. Thread-safe. */
public final class LinkExchangedGrant {

    private static final int MAX_WRITES = 3;

    private final ConnectAttempts attempts;
    private final TokenStore store;
    private final AccountFactory accounts;
    private final RevocationPlanner planner;
    private final int quota;
    private final Clock clock;

    /** @param quota how many accounts one user may have */
    public LinkExchangedGrant(
            ConnectAttempts attempts,
            TokenStore store,
            AccountFactory accounts,
            RevocationPlanner planner,
            int quota,
            Clock clock) {
        this.attempts = Objects.requireNonNull(attempts);
        this.store = Objects.requireNonNull(store);
        this.accounts = Objects.requireNonNull(accounts);
        this.planner = Objects.requireNonNull(planner);
        this.quota = quota;
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Links the account.
     *
     * @param action of the caller who completes the attempt
     * @return empty if another writer ended the attempt meanwhile, and the account was not linked
     * @throws StoreUnavailable if the store did not answer; the account may have been linked
     */
    Optional<LinkResult> link(ConnectAttempt exchanging, ExchangeResult.Granted granted, AuditedAction action) {
        Instant now = clock.instant();
        AccountKey key = new AccountKey(exchanging.owner(), exchanging.provider(), granted.account());
        AuditedAction linking = new AuditedAction(
                action.kind(), now, action.user(), action.client(), Optional.of(key), action.requestId());
        return write(exchanging, accounts.fromConnect(key, granted.grant(), now), granted.grant(), linking);
    }

    /**
     * Writes, and writes again where the store did not acknowledge it: the attempt's revision keeps a write that took
     * place from taking place twice. If the store stays unavailable, the attempt ends as
     * {@link AttemptFailure#EXCHANGE_UNKNOWN}.
     */
    private Optional<LinkResult> write(ConnectAttempt exchanging, Account account, Grant grant, AuditedAction action) {
        for (int write = 1; ; write++) {
            try {
                Optional<PendingRevocation> ofReplaced = store.find(account.key())
                        .flatMap(replaced -> planner.forReplaced(replaced, grant, action.at()));
                Optional<LinkResult> result = attempts.complete(exchanging, account, quota, ofReplaced, action);
                return result.isPresent() ? result : resultOfEarlierWrite(exchanging, account);
            } catch (StoreUnavailable e) {
                if (write == MAX_WRITES) {
                    throw e;
                }
            }
        }
    }

    /** Returns the result of a write that was not acknowledged; empty if this attempt's state is another writer's. */
    private Optional<LinkResult> resultOfEarlierWrite(ConnectAttempt exchanging, Account account) {
        return attempts.find(exchanging.owner(), exchanging.id()).flatMap(attempt -> {
            if (attempt.state() instanceof AttemptState.Completed completed
                    && completed.account().equals(account.key().providerAccountId())) {
                AccountMetadata linked = store.findMetadata(account.key()).orElse(account.metadata());
                return Optional.of(completed.isNew() ? new LinkResult.Linked(linked) : new LinkResult.Replaced(linked));
            }
            return Optional.of(attempt.state())
                    .filter(new AttemptState.Failed(AttemptFailure.QUOTA_EXCEEDED)::equals)
                    .map(state -> new LinkResult.QuotaExceeded());
        });
    }
}
