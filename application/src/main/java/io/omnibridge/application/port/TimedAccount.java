package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import java.time.Instant;
import java.util.Objects;

/**
 * An account, and the store's own time at which it was so: what the refresh of its credentials is decided on.
 */
public record TimedAccount(Account account, Instant storeTime) {

    public TimedAccount {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(storeTime, "storeTime");
    }
}
