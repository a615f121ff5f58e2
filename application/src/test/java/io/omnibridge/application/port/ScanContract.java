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

/** What a test of a scan provides, and shortcuts for its tests. */
public interface ScanContract extends StoreContract {

    /** Returns the scan over {@link #store()}. */
    AccountScan scan();

    /** Returns a scan over the same store for another process, which knows only the cursor of a begun scan. */
    AccountScan scanOfAnotherProcess();

    /** Returns every account of a whole scan, by key. */
    default Map<AccountKey, Account> scannedAccounts(int limit) {
        return scan(scan()::accounts, limit).stream()
                .collect(Collectors.toMap(Account::key, Function.identity(), (first, again) -> again));
    }

    /** Returns every user of a whole scan, ordered by id. */
    default List<String> scannedUsers(int limit) {
        return scan(scan()::users, limit).stream()
                .map(UserId::value)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the items of all pages in their order. */
    static <T> List<T> scan(BiFunction<ScanCursor, Integer, ScanPage<T>> pages, int limit) {
        List<T> scanned = new ArrayList<>();
        Optional<ScanCursor> cursor = Optional.of(ScanCursor.START);
        while (cursor.isPresent()) {
            ScanPage<T> page = pages.apply(cursor.get(), limit);
            scanned.addAll(page.items());
            cursor = page.next();
        }
        return scanned;
    }

    /** Returns the accounts by key, as {@link #scannedAccounts} does. */
    static Map<AccountKey, Account> byKey(List<Account> accounts) {
        return accounts.stream().collect(Collectors.toMap(Account::key, Function.identity()));
    }
}
