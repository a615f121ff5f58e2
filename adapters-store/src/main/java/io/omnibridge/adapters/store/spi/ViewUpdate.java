package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import java.time.Instant;
import java.util.Optional;

/** Sets when the owner last viewed the account, unless that was later. */
public record ViewUpdate(AccountKey key, AccountVersion version, Instant seenAt) implements MetadataUpdate {

    @Override
    public Optional<AccountMetadata> applyTo(AccountMetadata stored) {
        return Optional.of(stored)
                .filter(account ->
                        account.version().equals(version) && account.seenAt().isBefore(seenAt))
                .map(account -> account.withSeenAt(seenAt));
    }
}
