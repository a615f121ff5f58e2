package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.bootstrap.e2e.ConnectingUser.BegunAttempt;
import io.omnibridge.bootstrap.process.Run;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes of one vault, one of which has a wrong clock. */
@Tag("P1")
@Tag("long")
abstract class WrongClockContract {

    private static final Duration WRONG = Duration.ofMinutes(10);

    private final Nodes nodes;
    private final WatchedServer provider = new WatchedServer();

    WrongClockContract(Nodes nodes) {
        this.nodes = nodes;
    }

    @AfterEach
    void close() {
        nodes.close();
        provider.close();
    }

    @Test
    void a_start_with_a_wrong_clock_is_refused_with_the_difference() {
        Map<String, String> settings = nodes.settings(Map.of(
                "OMNIBRIDGE_JWT_ISSUER", "https://issuer.example",
                "OMNIBRIDGE_JWT_AUDIENCE", "omnibridge",
                "OMNIBRIDGE_JWT_SECRET", "a-secret-that-is-long-enough-for-HS256"));
        for (Duration ahead : List.of(WRONG, WRONG.negated(), Duration.ofDays(100))) {
            try (Run run = Drift.of(ahead).start(settings, "serve")) {
                assertEquals(2, run.exit(), run::err);
                assertTrue(run.err().contains("OMNIBRIDGE_JWT_LEEWAY: this node's clock says "), run::err);
                assertTrue(run.err().contains("more than the tolerated 30 s"), run::err);
            }
        }
        try (DurableStore store = nodes.open()) {
            assertEquals(Set.of(), store.metadata().names());
        }
    }

    /** The longest leeway, so that the drifting node still accepts the tokens of this test. */
    @Test
    void connects_complete_across_a_node_that_drifted_by_10_minutes() {
        Map<String, String> settings =
                new HashMap<>(ProvidersFile.settings(provider.server().yaml("corporate")));
        settings.put("OMNIBRIDGE_JWT_LEEWAY", "5m");
        Drift drift = Drift.of(Duration.ZERO);
        try (Vault right = nodes.start(settings);
                Vault wrong = Vault.drifting(drift, nodes, settings)) {
            drift.set(WRONG);
            wrong.run().awaitErr("WARN .*ClockAgreement - this node's clock says .* a difference of (599|600|601) s");

            connect(right, wrong, right, "1");
            connect(wrong, right, wrong, "2");
            connect(wrong, wrong, wrong, "3");

            assertEquals(3, new ConnectingUser(right, "carol").accounts().size());
            drift.set(Duration.ZERO);
            wrong.run().awaitErr("INFO .*ClockAgreement - this node's clock agrees with the store's again");
            provider.watch(right);
            provider.watch(wrong);
        }
    }

    private void connect(Vault beginning, Vault callback, Vault completing, String account) {
        provider.server().signIn("carol-" + account);
        BegunAttempt begun = new ConnectingUser(beginning, "carol").begin("corporate");
        String location = new ConnectingUser(beginning, "carol").consent(begun);
        HttpResponse<String> page = new ConnectingUser(callback, "carol").openCallback(location);
        assertEquals(303, page.statusCode(), page::body);
        RawResponse completed = new ConnectingUser(completing, "carol").complete(begun, ConnectingUser.ticket(page));
        assertEquals(201, completed.status(), completed.text());
    }
}
