package io.omnibridge.application.port;

import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists accounts to the last page. */
public final class Listing {

    private Listing() {}

    /** Returns all accounts of {@code owner}. */
    public static List<AccountMetadata> all(TokenStore store, UserId owner) {
        return all(store, owner, Optional.empty(), Samples.QUOTA);
    }

    /** Returns all accounts of {@code owner} at one provider. */
    public static List<AccountMetadata> all(TokenStore store, UserId owner, ProviderId provider) {
        return all(store, owner, Optional.of(provider), Samples.QUOTA);
    }

    /** Returns all accounts, read in pages of {@code limit}. */
    static List<AccountMetadata> all(TokenStore store, UserId owner, Optional<ProviderId> provider, int limit) {
        List<AccountMetadata> all = new ArrayList<>();
        Optional<AccountPosition> after = Optional.empty();
        do {
            AccountPage page = store.list(owner, provider, after, limit);
            all.addAll(page.accounts());
            after = page.next();
        } while (after.isPresent());
        return all;
    }
}
