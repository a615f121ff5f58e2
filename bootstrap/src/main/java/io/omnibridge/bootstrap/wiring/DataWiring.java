package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.mcp.McpRoutes;
import io.omnibridge.adapters.http.mcp.McpTools;
import io.omnibridge.adapters.http.route.AgentAccess;
import io.omnibridge.adapters.http.route.ApiRoutes;
import io.omnibridge.adapters.http.route.LeaseRoutes;
import io.omnibridge.adapters.http.route.LeaseTokens;
import io.omnibridge.adapters.http.route.Locations;
import io.omnibridge.adapters.http.route.ResourceMetadataRoutes;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.route.SearchRoutes;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.TimedRefresh;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.maintenance.PruneUses;
import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.use.LeaseMode;
import io.omnibridge.application.use.ListApis;
import io.omnibridge.application.use.ListUses;
import io.omnibridge.bootstrap.config.DataConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The use cases and routes with which clients read users' data at providers. */
public final class DataWiring {

    private final DataConfig config;
    private final GrantWiring grants;
    private final DoorWiring door;
    private final DataPorts ports;
    private final SearchWiring search;

    public DataWiring(
            DataConfig config, GrantWiring grants, DataPorts ports, CallLimiter calls, RefreshCredentials refresh) {
        this.config = config;
        this.grants = grants;
        this.ports = ports;
        this.door = new DoorWiring(
                config.leases(),
                grants,
                ports.apis(),
                ports.events(),
                calls,
                new TimedRefresh(refresh, ports.refreshThreads()));
        this.search = new SearchWiring(
                grants, ports.connectors(), door.useSources(ports.readThreads()), config.searchDeadline());
    }

    public List<Route> routes(Locations locations) {
        List<Route> routes = new ArrayList<>(
                new ApiRoutes(door.usePermission(), new ListApis(ports.apis(), door.leaseCheck()), locations).routes());
        routes.addAll(new SearchRoutes(search.search(), search.listSources(), search.readItem()).routes());
        if (hasLeases()) {
            routes.addAll(leaseRoutes(locations).routes());
        }
        return routes;
    }

    /** Returns the route of agents, and that of the document about it. */
    public List<Route> agentRoutes(AgentAccess access) {
        McpTools tools = new McpTools(search.search(), search.readItem(), search.listSources(), door.usePermission());
        List<Route> routes = new ArrayList<>(new McpRoutes(access, search.useSources(), tools).routes());
        routes.addAll(new ResourceMetadataRoutes(access, grants.sealers().issuer()).routes());
        return routes;
    }

    public LeaseTokens leaseTokens() {
        return config.leases() == LeaseMode.OFF ? LeaseTokens.refused() : LeaseTokens.openedBy(leaseSealer());
    }

    public ListUses listUses() {
        return new ListUses(grants.vault().useLog(), grants.vault().leases(), leaseSealer());
    }

    /** Returns what removes old receipts; empty if they are kept for ever. */
    Optional<PruneUses> pruneUses() {
        return config.useRetention()
                .map(retention ->
                        new PruneUses(grants.vault().scan(), grants.vault().useLog(), retention, grants.clock()));
    }

    boolean hasLeases() {
        return config.leases() != LeaseMode.OFF;
    }

    Duration leaseMaxTimeToLive() {
        return config.leaseMaxTimeToLive();
    }

    LeaseWiring leases() {
        return new LeaseWiring(grants);
    }

    private LeaseRoutes leaseRoutes(Locations locations) {
        return new LeaseRoutes(
                leases().makeLease(),
                leases().listLeases(),
                leases().endLease(),
                config.leaseMaxTimeToLive(),
                locations,
                grants.clock());
    }

    private LeaseSealer leaseSealer() {
        return grants.sealers().leases();
    }
}
