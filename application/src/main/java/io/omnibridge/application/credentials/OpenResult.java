package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.ReconnectReason;
import java.util.Objects;

/** Result of opening an account for a use. */
public sealed interface OpenResult {

    /** The account can be used, as far as the store knows. */
    record Opened(OpenedAccount account) implements OpenResult {
        public Opened {
            Objects.requireNonNull(account, "account");
        }
    }

    /** The account does not exist. */
    record NotFound() implements OpenResult {}

    /** The user has to connect the account again. */
    record NeedsReconnect(ReconnectReason reason) implements OpenResult {
        public NeedsReconnect {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
