package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;

/**
 * Takes users as another store kept them, page by page and unchanged: nothing is decided, sealed or recorded. It is for a
 * store that no node serves. Every method throws {@link StoreUnavailable} when the store cannot answer in time; what it was
 * given may be there or not then, and the user has to be erased and imported from the beginning. Thread-safe.
 */
public interface UserImport {

    /**
     * Begins a user of whom the store has nothing. From here on a sweep meets the user, whatever becomes of the rest.
     *
     * @param head of the record that follows
     * @param accounts how many accounts follow
     */
    void begin(UserId user, StoredChainHead head, long accounts);

    /** Adds accounts of the user. There are some, and the store has none of them yet. */
    void addAccounts(UserId user, List<Account> accounts);

    /** Adds obligations of the user. There are some, and the store has none of them yet. */
    void addRevocations(UserId user, List<PendingRevocation> pendingRevocations);

    /** Adds events behind those that the user's record has. There are some. */
    void addEvents(UserId user, List<ChainedEvent> oldestFirst);
}
