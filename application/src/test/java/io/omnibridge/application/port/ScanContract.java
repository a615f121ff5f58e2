package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a test of a sweep provides, and short forms of what the tests do with it. */
public interface ScanContract extends StoreContract {

    /** Sweeps {@link #store()}. */
    AccountScan scan();

    /** Sweeps the same store, as another process would: what it knows of a sweep is its position alone. */
    AccountScan scanOfAnotherProcess();

    /** Every account that a whole sweep meets, by its key. */
    default Map<AccountKey, Account> scannedAccounts(int limit) {
        return scan(scan()::accounts, limit).stream()
                .collect(Collectors.toMap(Account::key, Function.identity(), (first, again) -> again));
    }

    /** Every user that a whole sweep meets, by user id. */
    default List<String> scannedUsers(int limit) {
        return scan(scan()::users, limit).stream()
                .map(UserId::value)
                .distinct()
                .sorted()
                .toList();
    }

    /** Everything that pages from the start to the end have, in the order in which it comes. */
    static <T> List<T> scan(BiFunction<ScanCursor, Integer, ScanPage<T>> pages, int limit) {
        List<T> met = new ArrayList<>();
        Optional<ScanCursor> position = Optional.of(ScanCursor.START);
        while (position.isPresent()) {
            ScanPage<T> page = pages.apply(position.get(), limit);
            met.addAll(page.items());
            position = page.next();
        }
        return met;
    }

    /** The accounts by their keys, as {@link #scannedAccounts} answers them. */
    static Map<AccountKey, Account> byKey(List<Account> accounts) {
        return accounts.stream().collect(Collectors.toMap(Account::key, Function.identity()));
    }
}
