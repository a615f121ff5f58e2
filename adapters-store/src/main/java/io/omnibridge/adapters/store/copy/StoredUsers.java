package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Users of one store, each read in chunks: memory is bounded, however much a user has. Thread-safe. */
record StoredUsers(UserStore store, AuditChain chain) {

    private static final int EVENTS_A_PART = 500;
    private static final int REVOCATIONS_A_PART = 50;

    /** Whether the store has anything of the user, readable or not. */
    boolean has(UserId user) {
        try {
            return !store.head(user).equals(StoredChainHead.NONE)
                    || !accounts(user).isEmpty()
                    || uses().has(user);
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Returns the summary of all that the store has of the user; empty if some of it cannot be read. */
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
     * Passes every chunk of the user to {@code into}; none, not even the first, if the store has nothing of the user any more.
     *
     * @throws IllegalStateException if some of it cannot be read
     */
    void read(UserId user, Consumer<UserChunk> into) {
        List<AccountKey> all = accounts(user);
        StoredChainHead head = store.head(user);
        if (!head.equals(StoredChainHead.NONE)) {
            into.accept(new UserChunk.Start(user, head, all.size()));
            readAccounts(user, all, into);
            readRevocations(user, into);
            readEvents(user, into);
        } else if (!all.isEmpty()) {
            throw new IllegalStateException("accounts without an audit log");
        }
        readSignOut(user, into);
        uses().read(user, into);
    }

    /** What is forgotten soon is not copied. */
    private void readSignOut(UserId user, Consumer<UserChunk> into) {
        store.lastSignOut(user)
                .filter(last -> !last.isOfErased())
                .ifPresent(last -> into.accept(new UserChunk.SignedOut(user, last.at())));
    }

    private StoredUses uses() {
        return new StoredUses(store);
    }

    private List<AccountKey> accounts(UserId user) {
        return store.keys(user).stream()
                .sorted(Comparator.comparing(AccountKey::provider).thenComparing(AccountKey::providerAccountId))
                .toList();
    }

    private void readAccounts(UserId user, List<AccountKey> all, Consumer<UserChunk> into) {
        AccountPages pages = new AccountPages(page -> into.accept(new UserChunk.Accounts(user, page)));
        for (AccountKey key : all) {
            Optional<Account> found = store.find(key).map(TimedAccount::account);
            found.ifPresent(pages::add);
        }
        pages.flush();
    }

    /** A fixed number a chunk: each is one token, and few users have more than a few. */
    private void readRevocations(UserId user, Consumer<UserChunk> into) {
        List<PendingRevocation> all = store.pendingRevocations(user);
        for (int from = 0; from < all.size(); from += REVOCATIONS_A_PART) {
            int to = Math.min(all.size(), from + REVOCATIONS_A_PART);
            into.accept(new UserChunk.PendingRevocations(user, all.subList(from, to)));
        }
    }

    private void readEvents(UserId user, Consumer<UserChunk> into) {
        List<ChainedEvent> page = store.after(user, 0, EVENTS_A_PART);
        while (!page.isEmpty()) {
            into.accept(new UserChunk.Events(user, page));
            page = store.after(user, page.get(page.size() - 1).position(), EVENTS_A_PART);
        }
    }
}
