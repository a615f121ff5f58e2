package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.refresh.RefreshState;
import java.util.Optional;

/** Replaces the refresh state {@code from}, compared to the millisecond, by {@code to}. */
public record RefreshStateUpdate(AccountKey key, AccountVersion version, RefreshState from, RefreshState to)
        implements MetadataUpdate {

    @Override
    public Optional<AccountMetadata> applyTo(AccountMetadata stored) {
        return Optional.of(stored)
                .filter(account ->
                        account.version().equals(version) && RefreshStateCodec.isSame(account.refresh(), from))
                .map(account -> account.withRefresh(to));
    }
}
