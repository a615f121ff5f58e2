package io.omnibridge.adapters.http.testing;

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
import io.omnibridge.adapters.http.page.TicketCookies;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.session.Cookies;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.connect.BeginConnectByPage;
import io.omnibridge.application.connect.CancelConnect;
import io.omnibridge.application.connect.DescribeProviders;
import io.omnibridge.application.connect.FindAttempt;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The pages over the same use cases as the other routes. */
final class PagesBackend {

    private final TicketCookies tickets =
            new TicketCookies(new Cookies(URI.create("http://localhost")), new FakeBrowserSealer());
    private final SessionFrames frames =
            new SessionFrames(new FakePageSessions(), List.of(Section.ACCOUNTS, Section.ACTIVITY, Section.LEASES));
    private final Backend backend;

    PagesBackend(Backend backend) {
        this.backend = backend;
    }

    TicketCookies tickets() {
        return tickets;
    }

    List<Route> routes() {
        DescribeProviders providers = new DescribeProviders(backend.providers());
        AccountCards cards = new AccountCards(backend.describeAccounts(), providers);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new AccountsPageRoutes(frames, new ListAccounts(backend.store()), cards).routes());
        routes.addAll(connectRoutes(providers, cards));
        routes.addAll(new DisconnectRoutes(frames, new FindAccount(backend.store()), backend.unlinkAccount(), cards)
                .routes());
        routes.addAll(leaseRoutes(providers, cards));
        routes.addAll(new SignOutPageRoutes(frames).routes());
        routes.addAll(new ActivityRoutes(
                        frames,
                        new ListAuditEvents(backend.store()),
                        backend.data().listUses(),
                        new NameAccounts(providers, new ListAccounts(backend.store())))
                .routes());
        return routes;
    }

    private List<Route> connectRoutes(DescribeProviders providers, AccountCards cards) {
        BeginConnectByPage beginConnect = new BeginConnectByPage(
                backend.providers(), backend.attemptFactory(), backend.attempts(), backend.clock());
        List<Route> routes = new ArrayList<>(new ConnectPageRoutes(frames, beginConnect, providers).routes());
        routes.addAll(new ConnectedRoutes(
                        frames,
                        tickets,
                        new FindAttempt(backend.attempts(), backend.store(), backend.clock()),
                        backend.completeConnect(1_000),
                        new CancelConnect(backend.attempts(), backend.clock()),
                        cards)
                .routes());
        return routes;
    }

    private List<Route> leaseRoutes(DescribeProviders providers, AccountCards cards) {
        List<Route> routes = new ArrayList<>(new LeasesPageRoutes(
                        frames,
                        backend.data().listLeases(),
                        backend.data().endLease(),
                        new NameAccounts(providers, new ListAccounts(backend.store())),
                        backend.clock())
                .routes());
        routes.addAll(new NewLeaseRoutes(
                        frames,
                        backend.data().makeLease(),
                        new ListAccounts(backend.store()),
                        cards,
                        Duration.ofHours(24))
                .routes());
        return routes;
    }
}
