package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.sweep.Met;
import io.omnibridge.adapters.store.sweep.SweepPlace;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.SweepPage;
import io.omnibridge.application.port.SweepPosition;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
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
final class InMemorySweep implements AccountSweep {

    private static final Comparator<List<String>> BY_PART = (one, other) -> IntStream.range(0, one.size())
            .map(i -> one.get(i).compareTo(other.get(i)))
            .filter(difference -> difference != 0)
            .findFirst()
            .orElse(0);

    private final MemoryStore store;

    InMemorySweep(MemoryStore store) {
        this.store = store;
    }

    @Override
    public SweepPage<Account> accounts(SweepPosition after, int limit) {
        SweepPlace position = SweepPlace.of(SweepPlace.Kind.ACCOUNTS, after);
        return page(
                usersFrom(position.part(0))
                        .flatMap(this::accounts)
                        .filter(account -> BY_PART.compare(parts(account.key()), position.parts()) > 0),
                limit,
                account -> new SweepPlace(SweepPlace.Kind.ACCOUNTS, parts(account.key())));
    }

    @Override
    public SweepPage<UserId> users(SweepPosition after, int limit) {
        SweepPlace position = SweepPlace.of(SweepPlace.Kind.USERS, after);
        return page(
                usersFrom(position.part(0)).filter(user -> !user.value().equals(position.part(0))),
                limit,
                user -> new SweepPlace(SweepPlace.Kind.USERS, List.of(user.value())));
    }

    @Override
    public boolean reseal(Account swept, SealedCredentials resealed) {
        return store.changeAccount(
                swept.key(),
                stored -> stored.version().equals(swept.version())
                        && stored.credentials().equals(swept.credentials()),
                stored -> new Account(stored.metadata(), resealed));
    }

    @Override
    public SweepPage<Obligation> obligations(SweepPosition after, int limit) {
        SweepPlace position = SweepPlace.of(SweepPlace.Kind.OBLIGATIONS, after);
        return page(
                usersFrom(position.part(0))
                        .flatMap(this::obligations)
                        .filter(obligation -> BY_PART.compare(parts(obligation), position.parts()) > 0),
                limit,
                obligation -> new SweepPlace(SweepPlace.Kind.OBLIGATIONS, parts(obligation)));
    }

    @Override
    public boolean reseal(Obligation swept, SealedToken resealed) {
        return store.replace(swept, swept.sealedAnew(resealed));
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
        return store.find(user).stream().flatMap(holdings -> holdings.accounts().of(user).stream());
    }

    private Stream<Obligation> obligations(UserId user) {
        return store.find(user).stream()
                .flatMap(holdings -> holdings.obligations().all().stream())
                .sorted(Comparator.comparing(obligation -> obligation.id().value()));
    }

    private static List<String> parts(Obligation obligation) {
        return List.of(obligation.account().owner().value(), obligation.id().value());
    }

    private static List<String> parts(AccountKey key) {
        return List.of(
                key.owner().value(),
                key.provider().value(),
                key.providerAccountId().value());
    }

    private static <T> SweepPage<T> page(Stream<T> rest, int limit, Function<T, SweepPlace> position) {
        return Met.page(
                rest.limit(limit)
                        .map(item -> new Met<>(position.apply(item), Optional.of(item)))
                        .toList(),
                limit);
    }
}
