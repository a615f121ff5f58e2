package io.omnibridge.adapters.http.server;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestRequest;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.adapters.http.testing.TestSetup;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Slow clients of a server with short limits, beside clients at normal speed. Measures no time: a busy machine makes every client
 * slow, so an attempt that proves nothing is repeated with limits twice as long.
 */
final class SlowClients {

    private static final int MAX_ATTEMPTS = 5;
    private static final long PAUSE_NANOS = 100_000_000;

    private final TestSetup setup;
    private final int count;

    SlowClients(TestSetup setup, int count) {
        this.setup = setup;
        this.count = count;
    }

    /** Returns limits of 1 second for a request and 3 seconds for silence, each times {@code factor}. */
    static SlowClientLimits limits(int factor) {
        return new SlowClientLimits(Duration.ofSeconds(3L * factor), Duration.ofSeconds(factor), 1_000_000);
    }

    /** Asserts that the server closes every slow connection, and that it serves other clients while all of them are open. */
    void assertDisconnected(Function<TestApi, RawHttp> client, Consumer<RawHttp> trickle) {
        boolean served = false;
        for (int i = 0; i < MAX_ATTEMPTS && !served; i++) {
            TestApi api = setup.withSlowClientLimits(limits(1 << i)).api();
            api.start();
            try {
                served = attempt(api, client, trickle);
            } finally {
                api.stop();
            }
        }
        assertTrue(served, "other clients are served only after slow ones are disconnected");
    }

    private boolean attempt(TestApi api, Function<TestApi, RawHttp> client, Consumer<RawHttp> trickle) {
        addAccounts(api);
        List<RawHttp> slow =
                Stream.generate(() -> client.apply(api)).limit(count).toList();
        boolean served = areOthersServed(api) && api.openConnections() >= count;
        while (api.openConnections() > 0) {
            slow.forEach(trickle);
            areOthersServed(api);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        slow.forEach(RawHttp::awaitClosed);
        slow.forEach(RawHttp::close);
        return served;
    }

    private static void addAccounts(TestApi api) {
        for (int i = 0; i < 200; i++) {
            api.store().put(account(key(ALICE, GOOGLE, "x".repeat(240) + i)));
        }
        for (int i = 0; i < 50; i++) {
            api.store().put(account(key(BOB, GOOGLE, "x".repeat(240) + i)));
        }
    }

    /** Returns false if the machine is so busy that these clients are too slow as well. */
    private static boolean areOthersServed(TestApi api) {
        try {
            return isServed(api.get("/healthz"), 200)
                    && isServed(api.get("/accounts").as("user-1"), 200)
                    && isServed(api.link("{}"), 400);
        } catch (UncheckedIOException disconnected) {
            return false;
        }
    }

    private static boolean isServed(TestRequest request, int status) {
        TestResponse response = request.send();
        return response.status() != 408 && response.is(status).status() == status;
    }
}
