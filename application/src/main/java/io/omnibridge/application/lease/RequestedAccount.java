package io.omnibridge.application.lease;

import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import java.util.Objects;

/** An account of the caller that a requested lease names. */
public record RequestedAccount(ProviderId provider, ProviderAccountId providerAccountId) {
    public RequestedAccount {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(providerAccountId, "providerAccountId");
    }
}
