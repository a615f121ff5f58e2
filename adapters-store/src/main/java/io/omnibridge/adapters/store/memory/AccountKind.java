package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;

/** What an account has in common with many others. */
record AccountKind(ProviderId provider, Scopes scopes, LinkedBy linkedBy, boolean refreshable) {

    static AccountKind of(AccountMetadata metadata) {
        return new AccountKind(
                metadata.key().provider(), metadata.scopes(), metadata.linkedBy(), metadata.refreshable());
    }
}
