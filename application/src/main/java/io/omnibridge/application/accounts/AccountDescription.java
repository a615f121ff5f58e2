package io.omnibridge.application.accounts;

import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ReconnectReason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An account as its owner sees it: what would happen at its next use.
 *
 * @param refreshable whether this process can refresh the access token
 * @param reconnect why the account needs a reconnect, and since when; empty if it is active
 * @param expiresUnusedAt when the account is unlinked unless it is used or viewed; empty if never
 */
public record AccountDescription(
        AccountMetadata metadata,
        boolean refreshable,
        Optional<ReconnectReason> reconnect,
        Optional<Instant> expiresUnusedAt) {

    public AccountDescription {
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(reconnect, "reconnect");
        Objects.requireNonNull(expiresUnusedAt, "expiresUnusedAt");
    }
}
