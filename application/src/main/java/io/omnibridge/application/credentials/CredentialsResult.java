package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ReconnectReason;
import java.time.Duration;
import java.util.Objects;

/** Result of a request for credentials that can be used now. */
public sealed interface CredentialsResult {

    /**
     * Credentials whose access token is valid, as far as OmniBridge knows.
     *
     * @param account the account as it is stored
     * @param grant its credentials, opened
     */
    record Usable(Account account, Grant grant) implements CredentialsResult {
        public Usable {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(grant, "grant");
        }
    }

    /** The account does not exist. */
    record NotFound() implements CredentialsResult {}

    /** The user has to connect the account again. */
    record NeedsReconnect(ReconnectReason reason) implements CredentialsResult {
        public NeedsReconnect {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * No usable credentials now; the account itself is not at fault.
     *
     * @param retryAfter how long the caller should wait before it asks again
     */
    record Unavailable(Duration retryAfter) implements CredentialsResult {
        public Unavailable {
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }
}
