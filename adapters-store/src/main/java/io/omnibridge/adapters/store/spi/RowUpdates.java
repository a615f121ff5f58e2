package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Optional;

/** What a {@link RowUpdate} makes of {@link UserRows}; nothing if it does not take place. */
final class RowUpdates {

    private RowUpdates() {}

    static Optional<UserRows> apply(RowUpdate update, UserRows rows) {
        if (update instanceof AccountUpdate ofAccount) {
            return apply(ofAccount, rows);
        }
        return update instanceof RevocationUpdate ofRevocation
                ? apply(ofRevocation, rows)
                : apply((LeaseUpdate) update, rows);
    }

    private static Optional<UserRows> apply(AccountUpdate update, UserRows rows) {
        return Optional.ofNullable(rows.accounts().get(update.key()))
                .flatMap(update::applyTo)
                .map(changed -> rows.withAccounts(SortedMaps.with(rows.accounts(), changed.key(), changed))
                        .withUnrecordedChanges(rows.unrecordedChanges() + 1));
    }

    private static Optional<UserRows> apply(RevocationUpdate update, UserRows rows) {
        PendingRevocation next = update.next();
        return Optional.ofNullable(rows.pendingRevocations().get(next.id()))
                .filter(update.former()::equals)
                .map(found -> rows.withPendingRevocations(SortedMaps.with(rows.pendingRevocations(), next.id(), next)));
    }

    private static Optional<UserRows> apply(LeaseUpdate update, UserRows rows) {
        UseRows uses = rows.uses();
        return Optional.ofNullable(uses.leases().get(update.scanned().id()))
                .filter(lease -> lease.sealed().equals(update.scanned().sealed()))
                .map(lease -> rows.withUses(uses.withLeases(
                        SortedMaps.with(uses.leases(), lease.id(), lease.withSealed(update.resealed())))));
    }
}
