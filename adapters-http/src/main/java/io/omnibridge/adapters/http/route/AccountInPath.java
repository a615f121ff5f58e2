package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import java.util.Optional;

/** The account that a path names by {@code {provider}} and {@code {provider_account_id}}. */
public record AccountInPath(ProviderId provider, ProviderAccountId id) {

    /** Returns the account of a request's path; empty if one of its names is malformed. */
    public static Optional<AccountInPath> of(RequestContext request) {
        return request.pathParameter("provider", ProviderId::new)
                .flatMap(provider -> request.pathParameter("provider_account_id", ProviderAccountId::new)
                        .map(id -> new AccountInPath(provider, id)));
    }
}
