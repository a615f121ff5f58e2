package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.adapters.store.scan.ScanItem;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The accounts of a {@link MemoryStore}, by user, provider and account id. Each page looks at all users, which are in no
 * order. Thread-safe; never unavailable.
 */
final class InMemoryAccountScan implements AccountScan {

    private static final Comparator<List<String>> BY_PART = (one, other) -> IntStream.range(0, one.size())
            .map(i -> one.get(i).compareTo(other.get(i)))
            .filter(difference -> difference != 0)
            .findFirst()
            .orElse(0);

    private final MemoryStore store;

    InMemoryAccountScan(MemoryStore store) {
        this.store = store;
    }

    @Override
    public ScanPage<Account> accounts(ScanCursor after, int limit) {
        DecodedCursor position = DecodedCursor.of(DecodedCursor.Kind.ACCOUNTS, after);
        return page(
                usersFrom(position.part(0))
                        .flatMap(this::accounts)
                        .filter(account -> BY_PART.compare(parts(account.key()), position.parts()) > 0),
                limit,
                account -> new DecodedCursor(DecodedCursor.Kind.ACCOUNTS, parts(account.key())));
    }

    @Override
    public ScanPage<UserId> users(ScanCursor after, int limit) {
        DecodedCursor position = DecodedCursor.of(DecodedCursor.Kind.USERS, after);
        return page(
                usersFrom(position.part(0)).filter(user -> !user.value().equals(position.part(0))),
                limit,
                user -> new DecodedCursor(DecodedCursor.Kind.USERS, List.of(user.value())));
    }

    @Override
    public boolean reseal(Account scanned, SealedCredentials resealed) {
        return store.changeAccount(
                scanned.key(),
                stored -> stored.version().equals(scanned.version())
                        && stored.credentials().equals(scanned.credentials()),
                stored -> new Account(stored.metadata(), resealed));
    }

    @Override
    public ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit) {
        DecodedCursor position = DecodedCursor.of(DecodedCursor.Kind.PENDING_REVOCATIONS, after);
        return page(
                usersFrom(position.part(0))
                        .flatMap(this::pendingRevocations)
                        .filter(pendingRevocation -> BY_PART.compare(parts(pendingRevocation), position.parts()) > 0),
                limit,
                pendingRevocation ->
                        new DecodedCursor(DecodedCursor.Kind.PENDING_REVOCATIONS, parts(pendingRevocation)));
    }

    @Override
    public boolean reseal(PendingRevocation scanned, SealedToken resealed) {
        return store.replace(scanned, scanned.sealedAnew(resealed));
    }

    @Override
    public ErasedUser erase(UserId user) {
        return store.erase(user);
    }

    private Stream<UserId> usersFrom(String first) {
        return store.users().stream()
                .filter(user -> user.value().compareTo(first) >= 0)
                .sorted(Comparator.comparing(UserId::value));
    }

    private Stream<Account> accounts(UserId user) {
        return store.find(user).stream().flatMap(data -> data.accounts().of(user).stream());
    }

    private Stream<PendingRevocation> pendingRevocations(UserId user) {
        return store.find(user).stream()
                .flatMap(data -> data.pendingRevocations().all().stream())
                .sorted(Comparator.comparing(
                        pendingRevocation -> pendingRevocation.id().value()));
    }

    private static List<String> parts(PendingRevocation pendingRevocation) {
        return List.of(
                pendingRevocation.account().owner().value(),
                pendingRevocation.id().value());
    }

    private static List<String> parts(AccountKey key) {
        return List.of(
                key.owner().value(),
                key.provider().value(),
                key.providerAccountId().value());
    }

    private static <T> ScanPage<T> page(Stream<T> rest, int limit, Function<T, DecodedCursor> position) {
        return ScanItem.page(
                rest.limit(limit)
                        .map(item -> new ScanItem<>(position.apply(item), Optional.of(item)))
                        .toList(),
                limit);
    }
}
