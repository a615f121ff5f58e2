package io.omnibridge.adapters.http.testing;

import io.omnibridge.adapters.http.route.Locations;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.server.Listener;
import io.omnibridge.adapters.http.server.ServerTls;
import io.omnibridge.adapters.http.server.SlowClientLimits;
import java.net.URI;
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
        boolean returnToOptional,
        Locations locations,
        List<Route> moreRoutes) {

    public static final TestSetup DEFAULT = new TestSetup(
            SlowClientLimits.DEFAULT,
            Optional.empty(),
            false,
            true,
            false,
            1_000,
            true,
            new Locations(Optional.empty()),
            List.of());

    public TestSetup withSlowClientLimits(SlowClientLimits other) {
        return new TestSetup(
                other, tls, requireScopes, linkByToken, showsTicket, quota, returnToOptional, locations, moreRoutes);
    }

    public TestSetup withTls(ServerTls other) {
        return new TestSetup(
                limits,
                Optional.of(other),
                requireScopes,
                linkByToken,
                showsTicket,
                quota,
                returnToOptional,
                locations,
                moreRoutes);
    }

    public TestSetup requiringScopes() {
        return new TestSetup(
                limits, tls, true, linkByToken, showsTicket, quota, returnToOptional, locations, moreRoutes);
    }

    public TestSetup withoutLinkByToken() {
        return new TestSetup(
                limits, tls, requireScopes, false, showsTicket, quota, returnToOptional, locations, moreRoutes);
    }

    public TestSetup showingTickets() {
        return new TestSetup(
                limits, tls, requireScopes, linkByToken, true, quota, returnToOptional, locations, moreRoutes);
    }

    public TestSetup requiringReturnTo() {
        return new TestSetup(limits, tls, requireScopes, linkByToken, showsTicket, quota, false, locations, moreRoutes);
    }

    public TestSetup withPublicUrl(String publicUrl) {
        Locations other = new Locations(Optional.of(URI.create(publicUrl)));
        return new TestSetup(
                limits, tls, requireScopes, linkByToken, showsTicket, quota, returnToOptional, other, moreRoutes);
    }

    public TestSetup withQuota(int other) {
        return new TestSetup(
                limits, tls, requireScopes, linkByToken, showsTicket, other, returnToOptional, locations, moreRoutes);
    }

    public TestSetup withRoutes(Route... more) {
        return new TestSetup(
                limits,
                tls,
                requireScopes,
                linkByToken,
                showsTicket,
                quota,
                returnToOptional,
                locations,
                List.of(more));
    }

    Listener listener() {
        return new Listener("127.0.0.1", 0, tls);
    }

    public TestApi api() {
        return new TestApi(this);
    }
}
