package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the changes of {@link UserStore} make of {@link UserRows}. A method that returns an {@link Optional} returns nothing if the
 * change does not take place.
 */
public final class RowChanges {

    private RowChanges() {}

    public static Optional<UserRows> apply(UserWrite write, UserRows rows) {
        Changes changes = write.changes();
        return Optional.of(rows)
                .filter(former -> write.snapshot().isCurrent(former.head(), former.unrecordedChanges()))
                .map(former -> former.withAccounts(changes.account()
                                .map(change -> AccountRows.after(change, former.accounts()))
                                .orElse(former.accounts()))
                        .withAttempts(changes.attempt()
                                .map(change -> attempts(change, former.attempts()))
                                .orElse(former.attempts()))
                        .withPendingRevocations(revocations(changes.revocations(), former.pendingRevocations()))
                        .withUses(UseRowChanges.apply(changes, former.uses()))
                        .withEvents(Logs.joined(former.events(), List.of(write.event())))
                        .withHead(write.head()));
    }

    public static UserRows load(UserChunk chunk, UserRows rows) {
        if (chunk instanceof UserChunk.Start start) {
            return rows.withHead(start.head());
        }
        if (chunk instanceof UserChunk.Accounts page) {
            return rows.withAccounts(loaded(rows.accounts(), page.accounts(), Account::key));
        }
        if (chunk instanceof UserChunk.PendingRevocations page) {
            return rows.withPendingRevocations(
                    loaded(rows.pendingRevocations(), page.pendingRevocations(), PendingRevocation::id));
        }
        if (chunk instanceof UserChunk.Events page) {
            return rows.withEvents(Logs.joined(rows.events(), page.oldestFirst()));
        }
        return rows.withUses(LoadedUseRows.of(chunk, rows.uses()));
    }

    public static UserRows removeAttempt(AttemptId id, UserRows rows) {
        return rows.withAttempts(
                SortedMaps.without(rows.attempts(), attempt -> attempt.id().equals(id)));
    }

    /** Removes the oldest events if there are more than {@code limit}. */
    public static UserRows keepNewestEvents(int limit, UserRows rows) {
        return rows.withEvents(Logs.newest(limit, rows.events()));
    }

    private static NavigableMap<AttemptId, ConnectAttempt> attempts(
            AttemptChange change, NavigableMap<AttemptId, ConnectAttempt> attempts) {
        if (change instanceof AttemptChange.Begin begin) {
            return SortedMaps.with(
                    SortedMaps.without(attempts, attempt -> attempt.begunAt().isBefore(begin.outdatedBefore())),
                    begin.attempt().id(),
                    begin.attempt());
        }
        ConnectAttempt next = ((AttemptChange.Proceed) change).next();
        return SortedMaps.with(attempts, next.id(), next);
    }

    private static NavigableMap<PendingRevocationId, PendingRevocation> revocations(
            RevocationChanges changes, NavigableMap<PendingRevocationId, PendingRevocation> revocations) {
        NavigableMap<PendingRevocationId, PendingRevocation> left = SortedMaps.without(revocations, changes::cancels);
        NavigableMap<PendingRevocationId, PendingRevocation> more = changes.added()
                .map(added -> SortedMaps.with(left, added.id(), added))
                .orElse(left);
        return changes.completed()
                .map(id ->
                        SortedMaps.without(more, revocation -> revocation.id().equals(id)))
                .orElse(more);
    }

    static <K, V> NavigableMap<K, V> loaded(NavigableMap<K, V> map, List<V> page, Function<V, K> key) {
        return SortedMaps.with(map, page.stream().collect(Collectors.toMap(key, Function.identity())));
    }
}
