package io.omnibridge.adapters.store.copy;

import io.omnibridge.domain.account.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers accounts into pages that are neither too many accounts nor too many bytes for one call of a store. */
final class AccountPages {

    private static final int MANY = 100;
    private static final int MANY_BYTES = 512 * 1024;

    private final Consumer<List<Account>> pages;
    private final List<Account> page = new ArrayList<>();
    private int bytes;

    AccountPages(Consumer<List<Account>> pages) {
        this.pages = pages;
    }

    void add(Account account) {
        page.add(account);
        bytes += account.credentials().toBytes().length;
        if (page.size() == MANY || bytes >= MANY_BYTES) {
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
