package io.omnibridge.adapters.providers.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.http.EgressProxy;
import io.omnibridge.adapters.support.testing.ConnectProxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {

    private final Transport transport = new Transport(Egress.DIRECT);

    @Test
    @Tag("R4")
    void a_server_that_never_finishes_the_handshake_receives_nothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/token");

            assertTrue(failure(url, Duration.ofMillis(300)).isProvablyNotSent());
        }
    }

    @Test
    @Tag("R4")
    void a_silent_server_may_have_processed_the_request() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/token");

            assertFalse(failure(url, Duration.ofSeconds(2)).isProvablyNotSent());
        }
    }

    @Test
    @Tag("R4")
    void a_withdrawn_body_is_never_sent() {
        WithdrawableBody body = new WithdrawableBody(Optional.of("refresh_token=secret"));
        Recording late = new Recording();

        assertTrue(body.withdraw());
        body.publisher().subscribe(late);

        assertEquals(0, late.bytes);
        assertTrue(late.isFailed);
        assertTrue(body.withdraw());
    }

    @Test
    @Tag("R4")
    void a_body_that_the_client_requested_cannot_be_withdrawn() {
        WithdrawableBody body = new WithdrawableBody(Optional.of("refresh_token=secret"));
        Recording early = new Recording();

        body.publisher().subscribe(early);

        assertEquals("refresh_token=secret".length(), early.bytes);
        assertFalse(body.withdraw());
    }

    @Test
    @Tag("F4")
    void a_response_that_is_too_large_has_a_status_and_no_body() throws Exception {
        try (HostileAuthorizationServer server = HostileAuthorizationServer.start()) {
            server.next("/x", Misbehaviour.status(429, Map.of("Retry-After", "7"), "x".repeat(300_000)));
            ProviderResponse response =
                    transport.send(ProviderRequest.get(server.url("/x"), Map.of(), Duration.ofSeconds(5)));

            assertEquals(429, response.status());
            assertEquals(Optional.of("7"), response.header("retry-after"));
            assertTrue(response.body().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=a",
                "HTTP/1.1 403 Forbidden",
                "HTTP/1.1 401 Unauthorized",
                "HTTP/1.1 503 Service Unavailable"
            })
    @Tag("C25")
    void a_refusal_of_the_proxy_is_no_response_of_the_provider(String refusal) throws Exception {
        try (ConnectProxy proxy = ConnectProxy.refusing(refusal)) {
            Egress egress = new Egress(
                    Optional.of(EgressProxy.parse(proxy.url()).with(() -> "bridge:wrong")), Optional.empty());
            ProviderRequest request = request(URI.create("https://id.example/token"), Duration.ofSeconds(30));

            RequestFailed failure = assertThrows(RequestFailed.class, () -> new Transport(egress).send(request));

            assertTrue(failure.isProvablyNotSent());
            assertEquals(1, proxy.requests().size());
        }
    }

    @Test
    @Tag("S2")
    void a_request_prints_neither_its_headers_nor_its_body() {
        ProviderRequest request = request(URI.create("https://id.example/?secret"), Duration.ofSeconds(1));

        assertEquals("ProviderRequest[POST]", request.toString());
    }

    private RequestFailed failure(URI url, Duration timeout) {
        return assertThrows(RequestFailed.class, () -> transport.send(request(url, timeout)));
    }

    private static ProviderRequest request(URI url, Duration timeout) {
        return new ProviderRequest(
                "POST", url, Map.of("Authorization", "secret"), Optional.of("secret"), timeout, true);
    }

    private static final class Recording implements Subscriber<ByteBuffer> {

        private long bytes;
        private boolean isFailed;

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            bytes += buffer.remaining();
        }

        @Override
        public void onError(Throwable failure) {
            isFailed = true;
        }

        @Override
        public void onComplete() {}
    }
}
