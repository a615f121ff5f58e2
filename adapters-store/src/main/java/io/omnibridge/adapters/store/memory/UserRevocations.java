package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The obligations of one user. There are few of them, and none of most users. Immutable. */
record UserRevocations(List<PendingRevocation> all) {

    static final UserRevocations NONE = new UserRevocations(List.of());

    boolean has(PendingRevocationId id) {
        return all.stream().anyMatch(pendingRevocation -> pendingRevocation.id().equals(id));
    }

    boolean has(PendingRevocation pendingRevocation) {
        return all.contains(pendingRevocation);
    }

    UserRevocations with(PendingRevocation pendingRevocation) {
        return new UserRevocations(
                Stream.concat(all.stream(), Stream.of(pendingRevocation)).toList());
    }

    /** These with {@code next} in the place of {@code former}. */
    UserRevocations with(PendingRevocation former, PendingRevocation next) {
        return new UserRevocations(all.stream()
                .map(pendingRevocation -> pendingRevocation.equals(former) ? next : pendingRevocation)
                .toList());
    }

    UserRevocations without(PendingRevocationId id) {
        return without(pendingRevocation -> pendingRevocation.id().equals(id));
    }

    /** These without what would end a new grant of {@code account} too. */
    UserRevocations sparing(AccountKey account) {
        return without(pendingRevocation -> pendingRevocation.scope() == RevocationScope.GRANT
                && pendingRevocation.account().equals(account));
    }

    private UserRevocations without(Predicate<PendingRevocation> removed) {
        return all.isEmpty()
                ? this
                : new UserRevocations(all.stream().filter(removed.negate()).toList());
    }
}
