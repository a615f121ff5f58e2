package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.TokenOrigin;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Refreshes at a server that accepts the connection and then takes too long. */
@Tag("R4")
class RefreshTimeoutsIT {

    private static final ProviderId CORPORATE = new ProviderId("corporate");

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();
    private final OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Timeout(60)
    @Tag("F4")
    void a_late_response_is_an_unknown_outcome_at_the_timeout() {
        Grant grant = grant();
        CountDownLatch refreshReturned = new CountDownLatch(1);
        server.next("/token", after(refreshReturned));
        server.next("/token", Misbehaviour.dripping(Duration.ofMillis(50)));

        assertEquals(new RefreshResult.OutcomeUnknown(), providers.refresh(CORPORATE, grant, Duration.ofSeconds(4)));
        refreshReturned.countDown();
        assertEquals(new RefreshResult.OutcomeUnknown(), providers.refresh(CORPORATE, grant, Duration.ofSeconds(4)));
    }

    @Test
    void a_server_that_never_completes_the_tls_handshake_processed_nothing() {
        String withoutTls = "https://127.0.0.1:" + URI.create(server.issuer()).getPort();
        OAuthProviders misled = TestAttempt.providers(server.yaml("corporate", "token_url: " + withoutTls + "/token"));
        Grant grant = grant();
        Grant moved = new Grant(
                grant.credentials(),
                grant.scopes(),
                Optional.of(new TokenOrigin(HostileAuthorizationServer.CLIENT_ID, URI.create(withoutTls))));

        assertEquals(
                new RefreshResult.NotProcessed(Duration.ZERO, false),
                misled.refresh(CORPORATE, moved, Duration.ofSeconds(10)));
    }

    /** Acts properly and responds after the event: a refresh that waits for the response never returns. */
    private static Misbehaviour after(CountDownLatch event) {
        return (exchange, request, properly) -> {
            properly.act();
            try {
                event.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            exchange.close();
        };
    }

    private Grant grant() {
        ExchangeResult result = new TestAttempt(providers, "corporate").run(server);
        return assertInstanceOf(ExchangeResult.Granted.class, result).grant();
    }
}
