package io.omnibridge.domain.account;

import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Objects;

/** One external account linked to one user. Always safe to hold: it never has a token in the clear. */
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

    /** This account with its refresh in another state. */
    public Account refreshing(RefreshState state) {
        return new Account(metadata.refreshing(state), credentials);
    }

    /** This account without its credentials, which cannot be had again but by a re-link. */
    public Account ended(RefreshState.Ended end) {
        return new Account(metadata.refreshing(end), SealedCredentials.ERASED);
    }

    /** This account as one that was first linked at {@code first}; see {@link AccountMetadata#linkedSince}. */
    public Account linkedSince(Instant first) {
        return new Account(metadata.linkedSince(first), credentials);
    }
}
