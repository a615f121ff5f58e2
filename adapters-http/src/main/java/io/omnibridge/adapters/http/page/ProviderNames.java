package io.omnibridge.adapters.http.page;

import io.omnibridge.application.connect.DescribeProviders;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.ProviderId;

/** What pages call providers. Thread-safe. */
record ProviderNames(DescribeProviders providers) {

    /** Returns the name that users know; the id of a provider that is not configured. */
    String of(ProviderId provider) {
        return providers.find(provider).map(ConnectableProvider::displayName).orElseGet(provider::value);
    }
}
