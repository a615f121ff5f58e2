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
 * Stores accounts by owner.
 *
 * <p>Every implementation passes {@code TokenStoreContract}. Linearizable per account. Thread-safe. A change and its
 * audit event happen in one write, and a method returns only when both are as durable as the store makes them.
 *
 * <p>Every method throws {@link StoreUnavailable} if the store does not answer in time. The write may then have
 * happened or not.
 */
public interface TokenStore {

    /** Returns the account with its sealed credentials. */
    Optional<Account> find(AccountKey key);

    /** Returns the metadata of the account, without reading its sealed credentials. */
    Optional<AccountMetadata> findMetadata(AccountKey key);

    /**
     * Returns a page of the metadata of the owner's accounts: up to {@code limit}, fewer where their scopes are long. Sealed
     * credentials are not read, and later changes do not appear in the page. Pages have no account twice, and miss none that is
     * there from the first page to the last.
     *
     * @param provider restricts the page to one provider
     * @param after where the page begins; empty for the first page
     * @param limit at least 1
     */
    AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit);

    /** Returns the keys of all accounts of {@code owner}, in no order. */
    List<AccountKey> keys(UserId owner);

    /** Returns the keys of the owner's accounts at one provider, in no order. */
    default List<AccountKey> keys(UserId owner, ProviderId provider) {
        return keys(owner).stream()
                .filter(key -> key.provider().equals(provider))
                .toList();
    }

    /** Returns the account together with the store's current time. Takes no lock. */
    Optional<TimedAccount> findWithStoreTime(AccountKey key);

    /**
     * Adds {@code account}, or replaces the account of the same key; a replaced account keeps its {@code linkedAt}, the time of
     * its last use of data, and its label if {@code account} has none. Refuses a new account if the owner already has
     * {@code quota} accounts. Refuses a replacement if {@code account} was linked by token and the stored one by connect. Appends
     * {@code action} with its outcome; a refusal is counted, and leaves no event.
     *
     * <p>The write also removes pending revocations with scope {@code GRANT} of the same key, and of unknown accounts of the same
     * provider: they would end the new grant too.
     *
     * @param quota how many accounts the owner may have; exact under concurrency
     * @param ofReplaced the revocation of the credentials that are replaced, of the same key. It is added if the
     *     replaced account still has its version and the scope of the revocation is not {@code GRANT}, else dropped
     */
    LinkResult link(Account account, int quota, Optional<PendingRevocation> ofReplaced, AuditedAction action);

    /**
     * Replaces the account by {@code renewed} if it still has the version {@code expected} and was not ended as
     * revoked; its refresh state may have changed. Keeps {@code linkedAt} and the later {@code usedAt} and
     * {@code seenAt}, and appends {@code action} as renewed.
     *
     * @param renewed at version {@code expected.next()}
     * @return whether the account was replaced; if not, nothing was changed or appended
     * @throws IllegalArgumentException if {@code renewed} has another version than {@code expected.next()}
     */
    boolean renew(AccountVersion expected, Account renewed, AuditedAction action);

    /**
     * Changes the refresh state of the account from {@code from} to {@code to}, if the account still has the version
     * {@code expected} and that state. Nothing else changes, and no audit event is appended.
     *
     * @return whether the state was changed
     */
    boolean updateRefreshState(AccountKey key, AccountVersion expected, RefreshState from, RefreshState to);

    /**
     * Replaces the account by {@code ended}, whose refresh state is ended, if it still has the version of {@code ended}
     * and the refresh state {@code from}. Keeps {@code linkedAt} and the later {@code usedAt} and {@code seenAt},
     * and appends {@code action} as needing a reconnect. Unless {@code ended} erases the credentials, the stored bytes stay: they
     * may have been resealed meanwhile.
     *
     * @return whether the account was replaced; if not, nothing was changed or appended
     */
    boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action);

    /**
     * Records when the owner viewed the account, if it still has the version {@code expected} and no later view is
     * recorded. Nothing else changes, and no audit event is appended.
     */
    void recordView(AccountKey key, AccountVersion expected, Instant seenAt);

    /**
     * Removes the account if it still has the version and refresh state of {@code expected}, and appends {@code action}
     * as unlinked.
     *
     * @param revocation the revocation of its grant, added in the same write
     * @return whether the account was removed; if not, nothing was changed or appended
     */
    boolean unlink(AccountMetadata expected, Optional<PendingRevocation> revocation, AuditedAction action);
}
