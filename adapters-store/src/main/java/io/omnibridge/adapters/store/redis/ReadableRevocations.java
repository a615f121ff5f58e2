package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;

/** Pending revocations of a user, and how many more cannot be read. */
record ReadableRevocations(List<PendingRevocation> pendingRevocations, int unreadable) {

    boolean isEmpty() {
        return pendingRevocations.isEmpty() && unreadable == 0;
    }
}
