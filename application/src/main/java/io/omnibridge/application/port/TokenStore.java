package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
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

    /**
     * Adds {@code account}, or replaces the account of the same key; a replaced account keeps its {@code linkedAt}. Refused
     * when the owner already has {@code quota} accounts and this would be one more, and when {@code account} was linked by
     * token and would replace one that was linked by connect. Records {@code action} with the outcome, refusals too.
     *
     * @param quota how many accounts the owner may have, exact under concurrency
     */
    LinkResult link(Account account, int quota, AuditedAction action);

    /**
     * Replaces the account by {@code renewed} if it still is at version {@code expected}, keeping {@code linkedAt}, and
     * records {@code action} as renewed.
     *
     * @param renewed its version is {@code expected.next()}
     * @return whether it took place; if not, nothing was changed or recorded
     * @throws IllegalArgumentException if {@code renewed} has another version than {@code expected.next()}
     */
    boolean renew(AccountVersion expected, Account renewed, AuditedAction action);

    /**
     * Removes the account if it still is at version {@code expected}, and records {@code action} as unlinked.
     *
     * @return whether it took place; if not, nothing was changed or recorded
     */
    boolean unlink(AccountKey key, AccountVersion expected, AuditedAction action);
}
