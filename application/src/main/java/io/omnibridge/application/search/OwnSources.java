package io.omnibridge.application.search;

import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.application.port.SourceConnectors;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.use.UseTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the sources of a user's accounts, ordered by provider, account and source. Thread-safe. */
public final class OwnSources {

    private static final int PAGE = 200;

    private final TokenStore store;
    private final SourceConnectors connectors;

    public OwnSources(TokenStore store, SourceConnectors connectors) {
        this.store = Objects.requireNonNull(store);
        this.connectors = Objects.requireNonNull(connectors);
    }

    /** @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond */
    List<SourceOfAccount> of(UserId user) {
        List<SourceOfAccount> sources = new ArrayList<>();
        Optional<AccountPosition> after = Optional.empty();
        do {
            AccountPage page = store.list(user, Optional.empty(), after, PAGE);
            page.accounts().forEach(account -> sources.addAll(of(account)));
            after = page.next();
        } while (after.isPresent());
        return sources;
    }

    private List<SourceOfAccount> of(AccountMetadata account) {
        return connectors.offered(account.key().provider()).stream()
                .map(offered -> new SourceOfAccount(
                        new UseTarget(account.key(), Optional.of(offered.source())),
                        account.label(),
                        account.dataUsedAt(),
                        offered))
                .toList();
    }
}
