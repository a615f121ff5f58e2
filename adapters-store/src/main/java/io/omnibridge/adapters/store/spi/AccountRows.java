package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an {@link AccountChange} and a {@link DataUse} make of the accounts of {@link UserRows}. */
final class AccountRows {

    private AccountRows() {}

    /** Returns {@code accounts} after {@code change}. */
    static NavigableMap<AccountKey, Account> after(AccountChange change, NavigableMap<AccountKey, Account> accounts) {
        if (change instanceof AccountChange.Add add) {
            return SortedMaps.with(accounts, add.account().key(), add.account());
        }
        if (change instanceof AccountChange.Replace replace) {
            AccountKey key = replace.account().key();
            return SortedMaps.with(accounts, key, keepingDataUse(replace.account(), accounts));
        }
        if (change instanceof AccountChange.ReplaceMetadata replace) {
            AccountKey key = replace.account().key();
            Account former = Objects.requireNonNull(accounts.get(key));
            return SortedMaps.with(
                    accounts, key, keepingDataUse(new Account(replace.account(), former.credentials()), accounts));
        }
        AccountKey removed = ((AccountChange.Remove) change).key();
        return SortedMaps.without(accounts, account -> account.key().equals(removed));
    }

    private static Account keepingDataUse(Account next, NavigableMap<AccountKey, Account> accounts) {
        return Optional.ofNullable(accounts.get(next.key()))
                .flatMap(former -> former.metadata().dataUsedAt())
                .map(time -> new Account(next.metadata().withDataUsedAt(time), next.credentials()))
                .orElse(next);
    }

    /** Returns {@code accounts} after {@code use}. */
    static NavigableMap<AccountKey, Account> after(DataUse use, NavigableMap<AccountKey, Account> accounts) {
        Map<AccountKey, Account> used = use.accounts().stream()
                .distinct()
                .flatMap(key -> Stream.ofNullable(accounts.get(key)))
                .filter(account -> use.changes(account.metadata()))
                .map(account -> new Account(use.applyTo(account.metadata()), account.credentials()))
                .collect(Collectors.toMap(Account::key, Function.identity()));
        return SortedMaps.with(accounts, used);
    }
}
