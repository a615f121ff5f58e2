package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.ChainedAuditLog;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.vault.DurableStore;
import io.omnibridge.adapters.store.vault.RevocationsByUser;
import io.omnibridge.adapters.store.vault.UserImport;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;
import java.util.Optional;

/** The users of one store, each read page by page: memory is bounded, however much a user has. Thread-safe. */
final class StoredUsers {

    private static final int EVENTS_AT_ONCE = 500;
    private static final int OBLIGATIONS_AT_ONCE = 50;

    private final TokenStore accounts;
    private final RevocationsByUser owed;
    private final ChainedAuditLog records;
    private final AuditChain chain;

    StoredUsers(DurableStore store, AuditChain chain) {
        this.accounts = store.tokenStore(chain);
        this.owed = store.owed();
        this.records = store.records();
        this.chain = chain;
    }

    /** Whether there is anything of the user, readable or not. */
    boolean has(UserId user) {
        try {
            return !records.head(user).equals(StoredChainHead.NONE)
                    || !accounts.list(user).isEmpty();
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** What there is of the user, in short; empty when some of it is not as a store writes it. */
    Optional<UserSummary> summary(UserId user) {
        UserDigest digest = new UserDigest(chain);
        try {
            read(user, digest);
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
        return Optional.of(digest.summary());
    }

    /**
     * Hands everything of the user to {@code into}; nothing, not even a beginning, when there is nothing any more.
     *
     * @throws IllegalStateException if some of it is not as a store writes it
     */
    void read(UserId user, UserImport into) {
        List<AccountMetadata> all = accounts.list(user);
        StoredChainHead head = records.head(user);
        if (!head.equals(StoredChainHead.NONE)) {
            into.begin(user, head, all.size());
            readAccounts(user, all, into);
            readObligations(user, into);
            readRecord(user, into);
        } else if (!all.isEmpty()) {
            throw new IllegalStateException("accounts without a record");
        }
    }

    private void readAccounts(UserId user, List<AccountMetadata> all, UserImport into) {
        AccountPages pages = new AccountPages(page -> into.addAccounts(user, page));
        for (AccountMetadata account : all) {
            Optional<Account> found = accounts.find(account.key());
            found.ifPresent(pages::add);
        }
        pages.flush();
    }

    /** In pages of a fixed size: each is a token, and few users owe more than a few. */
    private void readObligations(UserId user, UserImport into) {
        List<PendingRevocation> all = owed.of(user);
        for (int from = 0; from < all.size(); from += OBLIGATIONS_AT_ONCE) {
            into.addRevocations(user, all.subList(from, Math.min(all.size(), from + OBLIGATIONS_AT_ONCE)));
        }
    }

    private void readRecord(UserId user, UserImport into) {
        List<ChainedEvent> page = records.after(user, 0, EVENTS_AT_ONCE);
        while (!page.isEmpty()) {
            into.addEvents(user, page);
            page = records.after(user, page.get(page.size() - 1).position(), EVENTS_AT_ONCE);
        }
    }
}
