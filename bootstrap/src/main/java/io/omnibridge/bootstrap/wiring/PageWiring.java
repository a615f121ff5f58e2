package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.adapters.http.page.AccountCards;
import io.omnibridge.adapters.http.page.AccountsPageRoutes;
import io.omnibridge.adapters.http.page.ActivityRoutes;
import io.omnibridge.adapters.http.page.ConnectPageRoutes;
import io.omnibridge.adapters.http.page.ConnectedRoutes;
import io.omnibridge.adapters.http.page.DisconnectRoutes;
import io.omnibridge.adapters.http.page.LeasesPageRoutes;
import io.omnibridge.adapters.http.page.NameAccounts;
import io.omnibridge.adapters.http.page.NewLeaseRoutes;
import io.omnibridge.adapters.http.page.SessionFrames;
import io.omnibridge.adapters.http.page.SignOutPageRoutes;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.connect.DescribeProviders;
import java.util.ArrayList;
import java.util.List;

/** The pages of users who signed in, over the use cases of the API. */
record PageWiring(
        ConnectWiring connect, DataWiring data, GrantWiring grants, UiWiring ui, UnlinkAccount unlinkAccount) {

    List<Route> routes() {
        SessionFrames frames = new SessionFrames(ui.sessions(), sections());
        DescribeProviders providers = connect.describeProviders();
        AccountCards cards = new AccountCards(connect.describeAccounts(), providers);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new AccountsPageRoutes(frames, listAccounts(), cards).routes());
        routes.addAll(new ConnectPageRoutes(frames, connect.beginConnectByPage(), providers).routes());
        routes.addAll(connectedRoutes(frames, cards).routes());
        routes.addAll(
                new DisconnectRoutes(frames, new FindAccount(grants.vault().accounts()), unlinkAccount, cards)
                        .routes());
        routes.addAll(new ActivityRoutes(
                        frames,
                        new ListAuditEvents(grants.vault().auditLog()),
                        data.listUses(),
                        new NameAccounts(providers, listAccounts()))
                .routes());
        routes.addAll(new SignOutPageRoutes(frames).routes());
        if (data.hasLeases()) {
            routes.addAll(leaseRoutes(frames, cards));
        }
        return routes;
    }

    private List<Section> sections() {
        return data.hasLeases()
                ? List.of(Section.ACCOUNTS, Section.ACTIVITY, Section.LEASES)
                : List.of(Section.ACCOUNTS, Section.ACTIVITY);
    }

    private ConnectedRoutes connectedRoutes(SessionFrames frames, AccountCards cards) {
        return new ConnectedRoutes(
                frames, ui.tickets(), connect.findAttempt(), connect.completeConnect(), connect.cancelConnect(), cards);
    }

    private List<Route> leaseRoutes(SessionFrames frames, AccountCards cards) {
        LeaseWiring leases = data.leases();
        List<Route> routes = new ArrayList<>();
        routes.addAll(new LeasesPageRoutes(
                        frames,
                        leases.listLeases(),
                        leases.endLease(),
                        new NameAccounts(cards.providers(), listAccounts()),
                        grants.clock())
                .routes());
        routes.addAll(new NewLeaseRoutes(frames, leases.makeLease(), listAccounts(), cards, data.leaseMaxTimeToLive())
                .routes());
        return routes;
    }

    private ListAccounts listAccounts() {
        return new ListAccounts(grants.vault().accounts());
    }
}
