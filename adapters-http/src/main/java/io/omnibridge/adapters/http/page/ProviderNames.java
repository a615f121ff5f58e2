package io.omnibridge.adapters.http.page;

import io.omnibridge.application.connect.DescribeProviders;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import java.util.Objects;

/** What pages call providers and accounts of which they know the key alone. Thread-safe. */
public final class ProviderNames {

    /** An id has up to 255 characters, and a page may have hundreds of them. */
    private static final int MAX_ID_LENGTH = 64;

    private final DescribeProviders providers;

    public ProviderNames(DescribeProviders providers) {
        this.providers = Objects.requireNonNull(providers);
    }

    /** Returns the name that users know; the id of a provider that is not configured. */
    String of(ProviderId provider) {
        return providers.find(provider).map(ConnectableProvider::displayName).orElseGet(provider::value);
    }

    /** Returns the provider's name with the id of the account, if it is known. */
    String of(AccountKey account) {
        ProviderAccountId id = account.providerAccountId();
        return id.equals(ProviderAccountId.UNKNOWN)
                ? of(account.provider())
                : of(account.provider()) + " (" + shortened(id.value()) + ")";
    }

    private static String shortened(String id) {
        return id.length() <= MAX_ID_LENGTH ? id : id.substring(0, MAX_ID_LENGTH) + "…";
    }
}
