package io.omnibridge.application.lease;

import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseTerms;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Decides which accounts a new lease opens. Accounts that are linked later are never among them. Thread-safe. */
public final class LeasedAccounts {

    private static final Comparator<AccountKey> ORDER =
            Comparator.comparing(AccountKey::provider).thenComparing(AccountKey::providerAccountId);

    private final TokenStore store;

    public LeasedAccounts(TokenStore store) {
        this.store = Objects.requireNonNull(store);
    }

    LeasedAccountsResult of(UserId owner, Optional<List<RequestedAccount>> named) {
        if (named.isPresent()) {
            return ofNamed(owner, named.get());
        }
        List<AccountKey> linked = store.keys(owner).stream().sorted(ORDER).toList();
        if (linked.isEmpty()) {
            return new LeasedAccountsResult.NoneLinked();
        }
        return linked.size() > LeaseTerms.MAX_ACCOUNTS
                ? new LeasedAccountsResult.TooManyLinked()
                : new LeasedAccountsResult.Found(linked);
    }

    private LeasedAccountsResult ofNamed(UserId owner, List<RequestedAccount> named) {
        List<AccountKey> keys = named.stream()
                .map(account -> new AccountKey(owner, account.provider(), account.providerAccountId()))
                .distinct()
                .sorted(ORDER)
                .toList();
        return keys.stream().allMatch(key -> store.findMetadata(key).isPresent())
                ? new LeasedAccountsResult.Found(keys)
                : new LeasedAccountsResult.NotLinked();
    }
}
