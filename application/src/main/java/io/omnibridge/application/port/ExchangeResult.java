package io.omnibridge.application.port;

import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.connect.AttemptFailure;
import java.util.Objects;

/** What came of the exchange of a code. */
public sealed interface ExchangeResult {

    /**
     * The provider granted it.
     *
     * @param account whose account it is, in the provider's own words
     * @param grant with the scopes that the provider says it granted, and the origin of the token endpoint
     */
    record Granted(ProviderAccountId account, Grant grant) implements ExchangeResult {
        public Granted {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(grant, "grant");
        }
    }

    /** It came to nothing, or nobody knows what it came to ({@link AttemptFailure#EXCHANGE_UNKNOWN}). */
    record Failed(AttemptFailure reason) implements ExchangeResult {
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
