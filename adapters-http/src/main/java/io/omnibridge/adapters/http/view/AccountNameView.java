package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.domain.account.AccountKey;
import java.io.IOException;

/** The two members that name an account to its owner. */
final class AccountNameView {

    private AccountNameView() {}

    static void write(AccountKey account, JsonGenerator json) throws IOException {
        json.writeStringField("provider", account.provider().value());
        json.writeStringField("provider_account_id", account.providerAccountId().value());
    }
}
