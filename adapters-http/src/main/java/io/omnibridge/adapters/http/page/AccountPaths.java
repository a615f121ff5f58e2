package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.route.Locations;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.connect.AttemptId;

/** Paths of pages that are about one account or one attempt. */
final class AccountPaths {

    static final String DISCONNECT = "/ui/accounts/{provider}/{provider_account_id}/disconnect";
    static final String CONNECT = "/ui/connect";
    static final String CONNECTED = "/ui/connected/{attempt_id}";

    private AccountPaths() {}

    static String disconnect(AccountKey key) {
        return DISCONNECT
                .replace("{provider}", key.provider().value())
                .replace("{provider_account_id}", Locations.segment(key.providerAccountId()));
    }

    static String connected(AttemptId attempt) {
        return CONNECTED.replace("{attempt_id}", attempt.value());
    }
}
