package io.omnibridge.application.accounts;

import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Links an account from a grant that the caller already has, or replaces the credentials of an account that is linked.
 * The grant is sealed before it reaches the store. Thread-safe.
 */
public final class LinkAccount {

    private final TokenStore store;
    private final AccountFactory accounts;
    private final int quota;
    private final Clock clock;

    /** @param quota how many accounts one user may have */
    public LinkAccount(TokenStore store, AccountFactory accounts, int quota, Clock clock) {
        this.store = Objects.requireNonNull(store);
        this.accounts = Objects.requireNonNull(accounts);
        this.quota = quota;
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Links the account to the caller.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; the account may have been
     *     linked
     */
    public LinkResult link(Caller caller, RequestId requestId, LinkAccountCommand command) {
        Instant now = clock.instant();
        AccountKey key = new AccountKey(caller.user(), command.provider(), command.providerAccountId());
        Account account = accounts.fromClient(key, command.grant(), now);
        return store.link(
                account, quota, Optional.empty(), AuditedAction.on(key, ActionKind.LINK, caller, requestId, now));
    }
}
