package io.omnibridge.adapters.http.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.application.limit.CallLimits;
import io.omnibridge.application.port.ApiReadResult;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RelayedBodyIT {

    private static final int PIECE = 64 * 1024;
    private static final String REQUEST =
            "GET /api/google/work/gmail/v1/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer alice+data:read\r\n\r\n";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private volatile Endless body = new Endless();

    @BeforeEach
    void alice_has_an_account() {
        API.link(
                        "{\"provider\":\"google\",\"provider_account_id\":\"work\",\"access_token\":\"at-of-twenty-characters\"}")
                .send()
                .is(201);
        API.apis().answerWith(() -> new ApiReadResult.Response(200, Map.of("Content-Type", "text/plain"), body));
    }

    /** A body without an end: it publishes a piece at each request, and fails if it is told to. */
    private static final class Endless implements Flow.Publisher<ByteBuffer> {

        private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
        private final AtomicLong requested = new AtomicLong();
        private volatile long failsAfter = Long.MAX_VALUE;

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    if (requested.incrementAndGet() > failsAfter) {
                        subscriber.onError(new IllegalStateException("the provider broke off"));
                    } else {
                        subscriber.onNext(ByteBuffer.allocate(PIECE));
                    }
                }

                @Override
                public void cancel() {
                    cancelled.complete(null);
                }
            });
        }
    }

    @Test
    @Tag("F4")
    void a_client_that_goes_away_cancels_the_body_and_frees_its_place() throws Exception {
        int more = CallLimits.DEFAULT.perUserAndProvider() + 1;
        for (int i = 0; i < more; i++) {
            body = new Endless();
            try (RawHttp client = API.connect()) {
                client.send(REQUEST);
                client.readByte();
                client.reset();
            }
            body.cancelled.get(1, TimeUnit.MINUTES);
        }
        assertEquals(more, API.uses().receipts().size());
    }

    @Test
    @Tag("F4")
    void a_client_that_does_not_read_is_not_read_for() throws Exception {
        try (RawHttp client = RawHttp.connect(API.port(), PIECE)) {
            client.send(REQUEST);
            client.readByte();
            long before = -1;
            while (before != body.requested.get()) {
                before = body.requested.get();
                TimeUnit.MILLISECONDS.sleep(200);
            }
            assertTrue(before * PIECE < 16L * 1024 * 1024, () -> body.requested + " pieces were requested");
        }
        body.cancelled.get(1, TimeUnit.MINUTES);
    }

    @Test
    void a_body_that_breaks_off_closes_the_connection_without_an_end() {
        body.failsAfter = 3;

        try (RawHttp client = API.connect()) {
            client.send(REQUEST);
            int bytes = 0;
            while (client.readByte() >= 0) {
                bytes++;
            }
            assertTrue(bytes > 0 && bytes <= 4 * PIECE, "bytes: " + bytes);
        }
        assertEquals(1, API.uses().receipts().size());
    }
}
