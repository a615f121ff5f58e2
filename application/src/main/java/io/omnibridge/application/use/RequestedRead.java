package io.omnibridge.application.use;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseVia;

/**
 * One read of a provider's API, as a client requests it.
 *
 * @param via how the client asked
 */
public record RequestedRead(
        ProviderId provider, ProviderAccountId providerAccountId, ApiRequest request, UseVia via, RequestId requestId) {

    AccountKey account(UserId owner) {
        return new AccountKey(owner, provider, providerAccountId);
    }
}
