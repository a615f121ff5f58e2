package io.omnibridge.application.maintenance;

import io.omnibridge.domain.account.AccountKey;

/** Is told how a sweep goes while it goes. */
public interface ScanObserver {

    /** After each page: so many accounts and obligations were met so far, some perhaps twice. */
    void met(long accounts);

    /** The credentials of {@code account}, or what is owed for it, do not open. The same account may be named twice. */
    void unreadable(AccountKey account);
}
