package io.omnibridge.adapters.store.scan;

import io.omnibridge.adapters.store.spi.UserRows;
import io.omnibridge.adapters.store.spi.UserScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scans of a store that keeps each user as one value, in the order of the ids. Each page sorts the ids of all users. As
 * thread-safe as the store.
 *
 * @param users all ids, in any order
 * @param rows of a user; empty if there are none any more
 */
public record UserRowsScan(Supplier<Stream<UserId>> users, Function<UserId, Optional<UserRows>> rows)
        implements UserScan {

    private static final Comparator<List<String>> BY_PART = (one, other) -> IntStream.range(0, one.size())
            .map(i -> one.get(i).compareTo(other.get(i)))
            .filter(difference -> difference != 0)
            .findFirst()
            .orElse(0);

    /** Order of the rows of one kind. */
    private record Order<T>(CursorKind kind, Function<T, List<String>> parts) {

        ScanPage<T> page(Function<DecodedCursor, Stream<T>> items, ScanCursor after, int limit) {
            DecodedCursor cursor = DecodedCursor.of(kind, after);
            return ScanItem.page(
                    items.apply(cursor)
                            .filter(item -> BY_PART.compare(parts.apply(item), cursor.parts()) > 0)
                            .limit(limit)
                            .map(item -> new ScanItem<>(new DecodedCursor(kind, parts.apply(item)), Optional.of(item)))
                            .toList(),
                    limit);
        }
    }

    @Override
    public ScanPage<Account> accounts(ScanCursor after, int limit) {
        return new Order<Account>(CursorKind.ACCOUNTS, account -> parts(account.key()))
                .page(cursor -> rows(cursor, user -> user.accounts().values()), after, limit);
    }

    @Override
    public ScanPage<UserId> users(ScanCursor after, int limit) {
        return new Order<UserId>(CursorKind.USERS, user -> List.of(user.value())).page(this::usersFrom, after, limit);
    }

    @Override
    public ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit) {
        return new Order<PendingRevocation>(CursorKind.PENDING_REVOCATIONS, UserRowsScan::parts)
                .page(cursor -> rows(cursor, user -> user.pendingRevocations().values()), after, limit);
    }

    @Override
    public ScanPage<StoredLease> leases(ScanCursor after, int limit) {
        return new Order<StoredLease>(
                        CursorKind.LEASES,
                        lease -> List.of(lease.owner().value(), lease.id().value()))
                .page(cursor -> rows(cursor, user -> user.uses().leases().values()), after, limit);
    }

    private <T> Stream<T> rows(DecodedCursor cursor, Function<UserRows, Collection<T>> kind) {
        return usersFrom(cursor).flatMap(user -> rows.apply(user).stream()).flatMap(user -> kind.apply(user).stream());
    }

    private Stream<UserId> usersFrom(DecodedCursor cursor) {
        return users.get()
                .filter(user -> user.value().compareTo(cursor.part(0)) >= 0)
                .sorted(Comparator.comparing(UserId::value));
    }

    private static List<String> parts(AccountKey key) {
        return List.of(
                key.owner().value(),
                key.provider().value(),
                key.providerAccountId().value());
    }

    private static List<String> parts(PendingRevocation revocation) {
        return List.of(revocation.account().owner().value(), revocation.id().value());
    }
}
