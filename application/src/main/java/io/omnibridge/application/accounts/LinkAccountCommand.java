package io.omnibridge.application.accounts;

import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import java.util.Objects;

/** The parameters of {@link LinkAccount}. There is no owner among them: the owner is always the caller. */
public record LinkAccountCommand(ProviderId provider, ProviderAccountId providerAccountId, Grant grant) {

    public LinkAccountCommand {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(providerAccountId, "providerAccountId");
        Objects.requireNonNull(grant, "grant");
    }
}
