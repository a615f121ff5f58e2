package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Leases and logs of uses of one store, each read in chunks, as {@link StoredUsers} reads the rest. Thread-safe. */
record StoredUses(UserStore store) {

    private static final int LEASES_A_PART = 100;
    private static final int USES_A_PART = 500;

    /** Whether the store has uses of the user. */
    boolean has(UserId user) {
        return !store.uses().head(user).equals(StoredChainHead.NONE);
    }

    /** @throws IllegalStateException if some of it cannot be read */
    void read(UserId user, Consumer<UserChunk> into) {
        readLeases(user, into);
        StoredChainHead head = store.uses().head(user);
        if (!head.equals(StoredChainHead.NONE)) {
            into.accept(new UserChunk.UseStart(user, head, store.uses().base(user)));
            readUses(user, into);
        }
    }

    private void readLeases(UserId user, Consumer<UserChunk> into) {
        List<StoredLease> all = store.uses().leases(user).stream()
                .sorted(Comparator.comparing(lease -> lease.id().value()))
                .toList();
        for (int from = 0; from < all.size(); from += LEASES_A_PART) {
            into.accept(new UserChunk.Leases(user, all.subList(from, Math.min(all.size(), from + LEASES_A_PART))));
        }
    }

    private void readUses(UserId user, Consumer<UserChunk> into) {
        List<ChainedUse> page = store.uses().after(user, 0, USES_A_PART);
        while (!page.isEmpty()) {
            into.accept(new UserChunk.Uses(user, page));
            page = store.uses().after(user, page.get(page.size() - 1).position(), USES_A_PART);
        }
    }
}
