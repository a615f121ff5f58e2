package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The accounts of one user, ordered by provider, then by account id. Immutable. */
final class StoredAccounts {

    static final StoredAccounts NONE = new StoredAccounts(new StoredAccount[0]);

    private final StoredAccount[] accounts;

    private StoredAccounts(StoredAccount[] accounts) {
        this.accounts = accounts;
    }

    int size() {
        return accounts.length;
    }

    Optional<StoredAccount> find(AccountKey key) {
        int place = place(key);
        return place < 0 ? Optional.empty() : Optional.of(accounts[place]);
    }

    /** All of them, as {@code owner}'s. */
    List<Account> of(UserId owner) {
        return Arrays.stream(accounts).map(account -> account.of(owner)).toList();
    }

    List<AccountMetadata> metadataOf(UserId owner) {
        List<AccountMetadata> shown = new ArrayList<>(accounts.length);
        for (StoredAccount account : accounts) {
            shown.add(account.metadataOf(owner));
        }
        return Collections.unmodifiableList(shown);
    }

    List<AccountMetadata> metadataOf(UserId owner, ProviderId provider) {
        return Arrays.stream(accounts)
                .filter(account -> account.isAt(provider))
                .map(account -> account.metadataOf(owner))
                .toList();
    }

    /** These with {@code account}, whose key is {@code key}, in the place of the one that has that key if there is one. */
    StoredAccounts with(AccountKey key, StoredAccount account) {
        int place = place(key);
        StoredAccount[] changed;
        if (place < 0) {
            place = -place - 1;
            changed = Arrays.copyOf(accounts, accounts.length + 1);
            System.arraycopy(accounts, place, changed, place + 1, accounts.length - place);
        } else {
            changed = accounts.clone();
        }
        changed[place] = account;
        return new StoredAccounts(changed);
    }

    StoredAccounts without(AccountKey key) {
        return new StoredAccounts(Arrays.stream(accounts)
                .filter(account -> account.compareTo(key) != 0)
                .toArray(StoredAccount[]::new));
    }

    /** As {@link Arrays#binarySearch(int[], int)}. */
    private int place(AccountKey key) {
        int low = 0;
        int high = accounts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = accounts[middle].compareTo(key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return -low - 1;
    }
}
