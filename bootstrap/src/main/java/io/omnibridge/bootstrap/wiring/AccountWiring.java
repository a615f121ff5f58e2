package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.route.AccountRoutes;
import io.omnibridge.adapters.http.route.LinkRoutes;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.accounts.RevokeUnlinked;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.bootstrap.config.Config;
import java.util.ArrayList;
import java.util.List;

/** The use cases and routes of linked accounts. */
final class AccountWiring {

    private final Config config;
    private final GrantWiring grants;
    private final ConnectWiring connect;
    private final RevocationThreads revocationThreads;
    private final CallLimiter calls;

    AccountWiring(
            Config config,
            GrantWiring grants,
            ConnectWiring connect,
            RevocationThreads revocationThreads,
            CallLimiter calls) {
        this.config = config;
        this.grants = grants;
        this.connect = connect;
        this.revocationThreads = revocationThreads;
        this.calls = calls;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>(accountRoutes().routes());
        if (config.linkByToken()) {
            routes.addAll(linkRoutes().routes());
        }
        return routes;
    }

    LinkAccount linkAccount() {
        return new LinkAccount(
                grants.vault().accounts(), grants.accountFactory(), config.maxAccountsPerUser(), grants.clock());
    }

    UnlinkAccount unlinkAccount() {
        return new UnlinkAccount(
                grants.vault().auditLog(),
                grants.removeAccount(),
                new RevokeUnlinked(grants.revokeGrant(), revocationThreads, calls),
                grants.catalogue(),
                grants.clock());
    }

    private AccountRoutes accountRoutes() {
        return new AccountRoutes(
                new ListAccounts(grants.vault().accounts()),
                new FindAccount(grants.vault().accounts()),
                unlinkAccount(),
                connect.describeAccounts());
    }

    private LinkRoutes linkRoutes() {
        return new LinkRoutes(linkAccount(), connect.describeAccounts(), grants.clock(), connect.locations());
    }
}
