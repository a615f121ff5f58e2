package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ReconnectReason;
import java.time.Duration;
import java.util.Objects;

/** What came of asking for credentials that can be used. */
public sealed interface FreshCredentials {

    /** These can, as far as anybody here knows. */
    record Usable(Account account, Grant grant) implements FreshCredentials {
        public Usable {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(grant, "grant");
        }
    }

    /** There is no such account. */
    record NotFound() implements FreshCredentials {}

    /** The account has to be connected again. */
    record NeedsReconnect(ReconnectReason reason) implements FreshCredentials {
        public NeedsReconnect {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** There are none to be had now, and no account is to blame. */
    record Unavailable(Duration retryAfter) implements FreshCredentials {
        public Unavailable {
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }
}
