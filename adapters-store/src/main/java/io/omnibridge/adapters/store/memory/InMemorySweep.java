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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The accounts of a {@link MemoryStore}, by user, provider and account id. Each page looks at all users, which are in no
 * order. Thread-safe; never unavailable.
 */
final class InMemorySweep implements AccountSweep {

    private static final Comparator<List<String>> BY_PART = Comparator.<List<String>, String>comparing(
                    key -> key.get(0))
            .thenComparing(key -> key.get(1))
            .thenComparing(key -> key.get(2));

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
        return store.change(swept.key().owner(), holdings -> holdings.reseal(swept, resealed, store.interning()));
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
