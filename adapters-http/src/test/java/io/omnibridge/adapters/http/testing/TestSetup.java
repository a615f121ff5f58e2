package io.omnibridge.adapters.http.testing;

import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.server.Listener;
import io.omnibridge.adapters.http.server.ServerTls;
import io.omnibridge.adapters.http.server.SlowClientLimits;
import java.util.List;
import java.util.Optional;

/** Settings of a {@link TestApi}. */
public record TestSetup(
        SlowClientLimits limits,
        Optional<ServerTls> tls,
        boolean requireScopes,
        boolean linkByToken,
        boolean showsTicket,
        int quota,
        List<Route> moreRoutes) {

    public static final TestSetup DEFAULT =
            new TestSetup(SlowClientLimits.DEFAULT, Optional.empty(), false, true, false, 1_000, List.of());

    public TestSetup withSlowClientLimits(SlowClientLimits other) {
        return new TestSetup(other, tls, requireScopes, linkByToken, showsTicket, quota, moreRoutes);
    }

    public TestSetup withTls(ServerTls other) {
        return new TestSetup(limits, Optional.of(other), requireScopes, linkByToken, showsTicket, quota, moreRoutes);
    }

    public TestSetup requiringScopes() {
        return new TestSetup(limits, tls, true, linkByToken, showsTicket, quota, moreRoutes);
    }

    public TestSetup withoutLinkByToken() {
        return new TestSetup(limits, tls, requireScopes, false, showsTicket, quota, moreRoutes);
    }

    public TestSetup showingTickets() {
        return new TestSetup(limits, tls, requireScopes, linkByToken, true, quota, moreRoutes);
    }

    public TestSetup withQuota(int other) {
        return new TestSetup(limits, tls, requireScopes, linkByToken, showsTicket, other, moreRoutes);
    }

    public TestSetup withRoutes(Route... more) {
        return new TestSetup(limits, tls, requireScopes, linkByToken, showsTicket, quota, List.of(more));
    }

    Listener listener() {
        return new Listener("127.0.0.1", 0, tls);
    }

    public TestApi api() {
        return new TestApi(this);
    }
}
