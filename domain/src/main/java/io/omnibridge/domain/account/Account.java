package io.omnibridge.domain.account;

import io.omnibridge.domain.credentials.SealedCredentials;
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
}
