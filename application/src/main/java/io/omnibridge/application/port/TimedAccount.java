package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import java.time.Instant;
import java.util.Objects;

/** An account, and the store's time at which it was read. Refreshes are decided on both. */
public record TimedAccount(Account account, Instant storeTime) {

    public TimedAccount {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(storeTime, "storeTime");
    }
}
