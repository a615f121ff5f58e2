package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.Obligation;
import io.omnibridge.domain.revocation.ObligationId;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The obligations of one user. There are few of them, and none of most users. Not thread-safe. */
final class UserObligations {

    private List<Obligation> obligations = List.of();

    List<Obligation> all() {
        return obligations;
    }

    void add(Obligation obligation) {
        obligations = Stream.concat(obligations.stream(), Stream.of(obligation)).toList();
    }

    boolean has(ObligationId id) {
        return obligations.stream().anyMatch(obligation -> obligation.id().equals(id));
    }

    /** Puts {@code next} where {@code former} is; answers whether it is there, just so. */
    boolean replace(Obligation former, Obligation next) {
        boolean isThere = obligations.contains(former);
        obligations = obligations.stream()
                .map(obligation -> obligation.equals(former) ? next : obligation)
                .toList();
        return isThere;
    }

    void remove(ObligationId id) {
        removeIf(obligation -> obligation.id().equals(id));
    }

    /** Removes what would end a new grant of {@code account} too. */
    void cancel(AccountKey account) {
        removeIf(obligation -> obligation.scope() == RevocationScope.GRANT
                && obligation.account().equals(account));
    }

    void clear() {
        obligations = List.of();
    }

    private void removeIf(Predicate<Obligation> removed) {
        if (obligations.isEmpty()) {
            return;
        }
        obligations = obligations.stream().filter(removed.negate()).toList();
    }
}
