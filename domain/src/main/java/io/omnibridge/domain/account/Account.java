package io.omnibridge.domain.account;

import io.omnibridge.domain.credentials.SealedCredentials;
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

    /** This account as one that was first linked at {@code first}; see {@link AccountMetadata#linkedSince}. */
    public Account linkedSince(Instant first) {
        return new Account(metadata.linkedSince(first), credentials);
    }
}
