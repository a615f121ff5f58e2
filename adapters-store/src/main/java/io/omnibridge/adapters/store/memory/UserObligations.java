package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.Obligation;
import io.omnibridge.domain.revocation.ObligationId;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The obligations of one user. There are few of them, and none of most users. Immutable. */
record UserObligations(List<Obligation> all) {

    static final UserObligations NONE = new UserObligations(List.of());

    boolean has(ObligationId id) {
        return all.stream().anyMatch(obligation -> obligation.id().equals(id));
    }

    boolean has(Obligation obligation) {
        return all.contains(obligation);
    }

    UserObligations with(Obligation obligation) {
        return new UserObligations(
                Stream.concat(all.stream(), Stream.of(obligation)).toList());
    }

    /** These with {@code next} in the place of {@code former}. */
    UserObligations with(Obligation former, Obligation next) {
        return new UserObligations(all.stream()
                .map(obligation -> obligation.equals(former) ? next : obligation)
                .toList());
    }

    UserObligations without(ObligationId id) {
        return without(obligation -> obligation.id().equals(id));
    }

    /** These without what would end a new grant of {@code account} too. */
    UserObligations sparing(AccountKey account) {
        return without(obligation -> obligation.scope() == RevocationScope.GRANT
                && obligation.account().equals(account));
    }

    private UserObligations without(Predicate<Obligation> removed) {
        return all.isEmpty()
                ? this
                : new UserObligations(all.stream().filter(removed.negate()).toList());
    }
}
