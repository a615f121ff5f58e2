package io.omnibridge.adapters.store.copy;

import io.omnibridge.domain.account.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects accounts into pages, each small enough in number and in bytes for one call of a store. */
final class AccountPages {

    private static final int MAX_ACCOUNTS = 100;
    private static final int MAX_BYTES = 512 * 1024;

    private final Consumer<List<Account>> pages;
    private final List<Account> page = new ArrayList<>();
    private int bytes;

    AccountPages(Consumer<List<Account>> pages) {
        this.pages = pages;
    }

    void add(Account account) {
        page.add(account);
        bytes += account.credentials().toBytes().length;
        if (page.size() == MAX_ACCOUNTS || bytes >= MAX_BYTES) {
            flush();
        }
    }

    void flush() {
        if (!page.isEmpty()) {
            pages.accept(List.copyOf(page));
            page.clear();
            bytes = 0;
        }
    }
}
