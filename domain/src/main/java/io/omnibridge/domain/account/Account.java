package io.omnibridge.domain.account;

import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Objects;

/** One external account that is linked to one user. It never contains a token in the clear. */
public record Account(AccountMetadata metadata, SealedCredentials credentials) {

    public Account {
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(credentials, "credentials");
    }

    public AccountKey key() {
        return metadata.key();
    }

    public AccountVersion version() {
        return metadata.version();
    }

    /** Returns this account with another refresh state. */
    public Account withRefresh(RefreshState state) {
        return new Account(metadata.withRefresh(state), credentials);
    }

    /** Returns this account without its credentials. Only a re-link gives it new ones. */
    public Account erased(RefreshState.Ended ended) {
        return new Account(metadata.withRefresh(ended), SealedCredentials.ERASED);
    }

    /** Returns this account as first linked at {@code first}; see {@link AccountMetadata#withLinkedAt}. */
    public Account withLinkedAt(Instant first) {
        return new Account(metadata.withLinkedAt(first), credentials);
    }
}
