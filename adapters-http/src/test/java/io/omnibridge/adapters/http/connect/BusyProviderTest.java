package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.FakeProviders;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.application.port.ExchangeResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One user's abuse of a provider that does not respond occupies a few threads, and leaves other users unharmed. */
@Tag("A21")
class BusyProviderTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private static final int ATTEMPTS = 20;
    private static final int PERMITTED = 8;

    private final ConnectSteps connect = new ConnectSteps(API);

    private Map<BegunAttempt, String> returned(String user, int count) {
        Map<BegunAttempt, String> tickets = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            BegunAttempt begun = connect.beginFor(user, "https://app.example/connected");
            tickets.put(begun, connect.ticket(begun));
        }
        return tickets;
    }

    /** Exchange that waits until the test lets it go on. */
    static final class Waiting {

        private final CountDownLatch begun = new CountDownLatch(PERMITTED);
        private final CountDownLatch end = new CountDownLatch(1);

        ExchangeResult exchange() {
            begun.countDown();
            await(end);
            return FakeProviders.granted("110169484474386276334");
        }

        void awaitBegun() {
            await(begun);
        }

        void end() {
            end.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void eight_exchanges_of_a_user_are_in_flight_and_the_others_are_refused_at_once() throws Exception {
        Map<BegunAttempt, String> tickets = returned("alice", ATTEMPTS);
        Waiting waiting = new Waiting();
        API.providers().exchange(waiting::exchange);
        ExecutorService clients = Executors.newFixedThreadPool(ATTEMPTS);
        try {
            List<Future<TestResponse>> responses = new ArrayList<>();
            tickets.forEach((begun, ticket) ->
                    responses.add(clients.submit(() -> connect.complete("alice", begun.id(), ticket))));
            waiting.awaitBegun();
            int busy = 0;
            while (busy < ATTEMPTS - PERMITTED) {
                busy = (int) responses.stream().filter(Future::isDone).count();
                Thread.onSpinWait();
            }

            assertEquals(PERMITTED, API.providers().exchanges());
            API.get("/accounts").as("bob").send().is(200);
            API.providers().exchange(() -> FakeProviders.granted("1"));
            Map.Entry<BegunAttempt, String> bobs =
                    returned("bob", 1).entrySet().iterator().next();
            connect.complete("bob", bobs.getKey().id(), bobs.getValue()).is(201);

            waiting.end();
            List<Integer> statuses = new ArrayList<>();
            for (Future<TestResponse> response : responses) {
                statuses.add(response.get().status());
            }
            assertEquals(PERMITTED, Collections.frequency(statuses, 201));
            assertEquals(ATTEMPTS - PERMITTED, Collections.frequency(statuses, 429));
        } finally {
            waiting.end();
            clients.shutdownNow();
        }
    }

    @Test
    void returned_attempts_count_towards_the_limit() {
        returned("alice", ATTEMPTS);

        connect.begin("alice", "{\"provider\":\"google\"}").isProblem(409, "too_many_attempts");
        connect.begin("bob", "{\"provider\":\"google\"}").is(201);
    }

    @Test
    void a_refused_completion_can_be_repeated() {
        Map.Entry<BegunAttempt, String> attempt =
                returned("alice", 1).entrySet().iterator().next();
        API.occupyProvider("alice", "google");

        TestResponse busy = connect.complete("alice", attempt.getKey().id(), attempt.getValue());

        busy.isProblem(429, "busy");
        assertEquals("1", busy.header("retry-after"));
        assertEquals("returned", connect.status("alice", attempt.getKey()));
        API.releaseProvider();
        connect.complete("alice", attempt.getKey().id(), attempt.getValue()).is(201);
    }

    @Test
    void a_beginning_that_has_to_call_the_provider_is_refused_at_once() {
        API.occupyProvider("alice", "google");
        connect.begin("alice", "{\"provider\":\"google\"}").is(201);
        API.providers().failDiscovery();

        connect.begin("alice", "{\"provider\":\"google\"}").isProblem(429, "busy");
        connect.begin("bob", "{\"provider\":\"google\"}").isProblem(503, "provider_unavailable");
        API.releaseProvider();
        connect.begin("alice", "{\"provider\":\"google\"}").isProblem(503, "provider_unavailable");
    }
}
