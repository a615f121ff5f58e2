package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import java.util.Objects;

/** An account with its credentials opened. It exists only within one use. */
public record OpenedAccount(Account account, Grant grant) {

    public OpenedAccount {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(grant, "grant");
    }
}
