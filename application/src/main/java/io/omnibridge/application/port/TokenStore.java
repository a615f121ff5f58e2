package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps accounts, by owner.
 *
 * <p>Every implementation passes {@code TokenStoreContract}. It is linearizable per account, and its methods may be called
 * from any number of threads. A change and its audit event take effect together or not at all; an answer means that both
 * are as durable as the store makes anything.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store cannot answer in time. A write that fails in this way may
 * or may not have taken place.
 */
public interface TokenStore {

    /** The account with its sealed credentials. */
    Optional<Account> find(AccountKey key);

    /** What may be shown of the account; its sealed credentials are not read. */
    Optional<AccountMetadata> findMetadata(AccountKey key);

    /**
     * What may be shown of all accounts of {@code owner}, ordered by provider and then by account id, by code point. Sealed
     * credentials are not read. The list is the caller's own: later changes do not show in it.
     */
    List<AccountMetadata> list(UserId owner);

    /** As {@link #list(UserId)}, only the accounts at one provider. */
    List<AccountMetadata> list(UserId owner, ProviderId provider);

    /** The account, and the store's time. */
    Optional<TimedAccount> findWithStoreTime(AccountKey key);

    /**
     * Adds {@code account}, or replaces the account of the same key; a replaced account keeps its {@code linkedAt}. Refused
     * when the owner already has {@code quota} accounts and this would be one more, and when {@code account} was linked by
     * token and would replace one that was linked by connect. Records {@code action} with the outcome, refusals too.
     *
     * <p>Obligations of {@code account}'s key that would end the new grant too ({@code RevocationScope.GRANT}) are removed with a
     * replacement or an addition.
     *
     * @param quota how many accounts the owner may have, exact under concurrency
     * @param owed kept if the account that is replaced is at its version and the new grant would outlive it, else dropped; of
     *     the same key
     */
    LinkResult link(Account account, int quota, Optional<PendingRevocation> owed, AuditedAction action);

    /**
     * Replaces the account by {@code renewed} if it still is at version {@code expected}, in whatever state its refresh is
     * unless its grant was revoked, keeping {@code linkedAt} and the later {@code usedAt}, and records {@code action} as
     * renewed.
     *
     * @param renewed its version is {@code expected.next()}
     * @return whether it took place; if not, nothing was changed or recorded
     * @throws IllegalArgumentException if {@code renewed} has another version than {@code expected.next()}
     */
    boolean renew(AccountVersion expected, Account renewed, AuditedAction action);

    /**
     * Leads the refresh of the account from one state to another, if it still is at version {@code expected} and in the state
     * {@code from}. Nothing else changes, and nothing is recorded.
     *
     * @return whether it took place
     */
    boolean updateRefreshState(AccountKey key, AccountVersion expected, RefreshState from, RefreshState to);

    /**
     * Replaces the account by {@code ended}, whose refresh has ended, if it still is at the version of {@code ended} and in the
     * state {@code from}, keeping {@code linkedAt} and the later {@code usedAt}, and records {@code action} as needing to be
     * reconnected. Credentials that are not erased stay as they are stored by now: they may have been sealed anew.
     *
     * @return whether it took place; if not, nothing was changed or recorded
     */
    boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action);

    /**
     * Takes note that the account was used, if it still is at version {@code expected} and was not used later. Nothing else
     * changes, and nothing is recorded.
     */
    void recordUse(AccountKey key, AccountVersion expected, Instant usedAt);

    /**
     * Removes the account if it still is at the version and in the state of refresh of {@code expected}, and records
     * {@code action} as unlinked.
     *
     * @param owed kept in the same step if the account is removed
     * @return whether it took place; if not, nothing was changed or recorded
     */
    boolean unlink(AccountMetadata expected, Optional<PendingRevocation> owed, AuditedAction action);
}
