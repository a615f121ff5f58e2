package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The label of an account is what the provider calls it, where the catalogue says. */
@Tag("L2")
class AccountLabelsTest {

    private static final ProviderId CORPORATE = new ProviderId("corporate");

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private Grant granted(String... more) {
        TestAttempt attempt = new TestAttempt(TestAttempt.providers(server.yaml("corporate", more)), "corporate");
        return assertInstanceOf(ExchangeResult.Granted.class, attempt.run(server))
                .grant();
    }

    @Test
    void a_claim_of_the_id_token_is_the_label() {
        server.lie("email", " alice@example.org ");

        assertEquals(
                Optional.of(new AccountLabel("alice@example.org")),
                granted("label_path: /email").label());
        assertEquals(Optional.empty(), granted().label());
    }

    @Test
    void userinfo_comes_before_the_id_token() {
        server.lie("email", "old@example.org");
        server.always(
                "/userinfo",
                Misbehaviour.status(200, Map.of(), "{\"sub\":\"subject-1\",\"email\":\"new@example.org\"}"));

        assertEquals(
                Optional.of(new AccountLabel("new@example.org")),
                granted("label_path: /email").label());
    }

    @Test
    void a_label_that_is_none_spoils_no_exchange() {
        for (Object none : new Object[] {"", "a\u0000b", 1.5, true, Map.of("a", "b")}) {
            server.lie("email", none);
            assertEquals(Optional.empty(), granted("label_path: /email").label(), none::toString);
        }
    }

    @Test
    void a_refresh_keeps_the_label() {
        server.lie("email", "alice@example.org");
        String yaml = server.yaml("corporate", "label_path: /email");
        Grant grant = granted("label_path: /email");

        RefreshResult result = TestAttempt.providers(yaml).refresh(CORPORATE, grant, Duration.ofSeconds(10));

        assertEquals(
                grant.label(),
                assertInstanceOf(RefreshResult.Renewed.class, result).grant().label());
    }
}
