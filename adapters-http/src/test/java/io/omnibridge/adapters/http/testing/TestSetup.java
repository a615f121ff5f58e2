package io.omnibridge.adapters.http.testing;

import io.omnibridge.adapters.http.route.AgentAccess;
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
        AgentAccess agents,
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
            new AgentAccess(Optional.empty(), false),
            List.of());

    public TestSetup withSlowClientLimits(SlowClientLimits other) {
        return new TestSetup(
                other,
                tls,
                requireScopes,
                linkByToken,
                showsTicket,
                quota,
                returnToOptional,
                locations,
                agents,
                moreRoutes);
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
                agents,
                moreRoutes);
    }

    public TestSetup requiringScopes() {
        return new TestSetup(
                limits, tls, true, linkByToken, showsTicket, quota, returnToOptional, locations, agents, moreRoutes);
    }

    public TestSetup withoutLinkByToken() {
        return new TestSetup(
                limits, tls, requireScopes, false, showsTicket, quota, returnToOptional, locations, agents, moreRoutes);
    }

    public TestSetup showingTickets() {
        return new TestSetup(
                limits, tls, requireScopes, linkByToken, true, quota, returnToOptional, locations, agents, moreRoutes);
    }

    public TestSetup requiringReturnTo() {
        return new TestSetup(
                limits, tls, requireScopes, linkByToken, showsTicket, quota, false, locations, agents, moreRoutes);
    }

    public TestSetup withPublicUrl(String publicUrl) {
        Optional<URI> url = Optional.of(URI.create(publicUrl));
        return new TestSetup(
                limits,
                tls,
                requireScopes,
                linkByToken,
                showsTicket,
                quota,
                returnToOptional,
                new Locations(url),
                new AgentAccess(url, true),
                moreRoutes);
    }

    public TestSetup withQuota(int other) {
        return new TestSetup(
                limits,
                tls,
                requireScopes,
                linkByToken,
                showsTicket,
                other,
                returnToOptional,
                locations,
                agents,
                moreRoutes);
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
                agents,
                List.of(more));
    }

    Listener listener() {
        return new Listener("127.0.0.1", 0, tls);
    }

    public TestApi api() {
        return new TestApi(this);
    }
}
