package io.omnibridge.application.port;

import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.revocation.UnusedTokens;
import java.util.Objects;
import java.util.Optional;

/** Result of a code exchange. */
public sealed interface ExchangeResult {

    /**
     * The provider issued tokens.
     *
     * @param account the provider's id of the account
     * @param grant with the scopes that the provider granted, and the origin of the token endpoint
     */
    record Granted(ProviderAccountId account, Grant grant) implements ExchangeResult {
        public Granted {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(grant, "grant");
        }
    }

    /**
     * The exchange failed, or its outcome is unknown ({@link AttemptFailure#EXCHANGE_UNKNOWN}).
     *
     * @param unused the tokens that the provider issued nevertheless; empty if it issued none that can be read
     */
    record Failed(AttemptFailure reason, Optional<UnusedTokens> unused) implements ExchangeResult {

        /** Creates a failure without tokens. */
        public Failed(AttemptFailure reason) {
            this(reason, Optional.empty());
        }

        public Failed {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(unused, "unused");
        }
    }
}
