package io.omnibridge.adapters.http.server;

import io.omnibridge.adapters.http.testing.Gate;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
class WaitingRequestsTest {

    private static final int WAITING = 500;

    private final Gate gate = new Gate(WAITING);

    @Test
    void hundreds_of_waiting_requests_leave_room_for_one_that_need_not_wait() throws InterruptedException {
        TestApi api = TestApi.standard();
        api.start();
        api.store().beforeEveryCall(gate::pass);
        List<RawHttp> waiting = new ArrayList<>();
        try (RawHttp other = api.connect()) {
            for (int i = 0; i < WAITING; i++) {
                waiting.add(api.connect().send(api.get("/accounts").as("alice").toBytes()));
            }
            gate.awaitExpected();
            other.send(api.get("/accounts").toBytes()).read().is(401);
            gate.open();
            waiting.forEach(connection -> connection.read().is(200));
        } finally {
            gate.open();
            waiting.forEach(RawHttp::close);
            api.stop();
        }
    }
}
