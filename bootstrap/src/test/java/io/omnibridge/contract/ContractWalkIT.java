package io.omnibridge.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.route.AgentAccess;
import io.omnibridge.adapters.http.server.SlowClientLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The responses of the real server are those that openapi.yaml documents. */
class ContractWalkIT {

    private static final SlowClientLimits SHORT_LIMITS =
            new SlowClientLimits(Duration.ofMillis(500), Duration.ofSeconds(30), 1);

    @Test
    @Tag("H6")
    @Tag("H9")
    @Tag("S5")
    void every_response_is_documented_and_every_documented_response_occurs() throws Exception {
        Set<String> seen = new ConcurrentSkipListSet<>();
        try (ContractServer server = new ContractServer(SlowClientLimits.DEFAULT)) {
            Walk walk = new Walk(server, seen);
            new DefaultResponses(walk).walk();
            new ConnectResponses(walk).walk();
            new DataResponses(walk).walk();
            new LeaseResponses(walk).walk();
            new SearchResponses(walk).walk();
            new AgentResponses(walk).walk();
            new LogoutResponses(walk).walk();
            new RejectedMessages(walk).walk();
            new FaultResponses(walk).walk();
        }
        ResponsesWhileStopping.walk(seen);
        AgentAccess local = new AgentAccess(Optional.empty(), false);
        try (ContractServer server = new ContractServer(SHORT_LIMITS, local)) {
            new AgentResponses(new Walk(server, seen)).walkWithoutMetadata();
            new RejectedMessages(new Walk(server, seen)).walkSlowly();
        }
        assertEquals(Walk.documentedResponses(), seen);
    }
}
