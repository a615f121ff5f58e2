package io.omnibridge.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.server.SlowClientLimits;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The answers of a real server, and those that openapi.yaml documents, are the same. */
class ContractWalkIT {

    private static final SlowClientLimits IMPATIENT =
            new SlowClientLimits(Duration.ofMillis(500), Duration.ofSeconds(30), 1);

    @Test
    @Tag("H6")
    @Tag("H9")
    @Tag("S5")
    void every_answer_is_documented_and_every_documented_answer_occurs() throws Exception {
        Set<String> seen = new ConcurrentSkipListSet<>();
        try (ContractServer server = new ContractServer(SlowClientLimits.DEFAULT)) {
            Walk walk = new Walk(server, seen);
            new DefaultAnswers(walk).walk();
            new ConnectAnswers(walk).walk();
            new RefusedMessages(walk).walk();
            new FaultResponses(walk).walk();
            new ResponsesWhileStopping(walk).walk();
        }
        try (ContractServer server = new ContractServer(IMPATIENT)) {
            new RefusedMessages(new Walk(server, seen)).walkSlowly();
        }
        assertEquals(Walk.documentedAnswers(), seen);
    }
}
