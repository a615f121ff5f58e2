package io.omnibridge.bootstrap.demo;

import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.LinkAccountCommand;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;
import java.util.Set;

/** The accounts that a user has at the demo from the start: one at each of {@link DemoProvider#LINKED}. */
public final class DemoAccounts {

    private DemoAccounts() {}

    /** Links them to {@code user}, who has the same name at the demo. */
    public static void link(UserId user, LinkAccount linkAccount) {
        for (ProviderId provider : DemoProvider.LINKED) {
            Grant grant = new Grant(
                    new Credentials(
                            new Secret("demo-access-token-of-" + user.value()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()),
                    Scopes.none(),
                    Optional.empty(),
                    Optional.of(new AccountLabel("invented data")));
            linkAccount.link(
                    new Caller(user, Optional.empty(), Set.of()),
                    new RequestId("demo"),
                    new LinkAccountCommand(provider, new ProviderAccountId(user.value()), grant));
        }
    }
}
