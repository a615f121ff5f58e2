package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.InvalidCatalogue;
import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.support.testing.LogRecorder;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.revocation.RevocableToken;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SecrecyTest {

    private static final ProviderId CORPORATE = new ProviderId("corporate");

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();
    private final LogRecorder log = new LogRecorder();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        root.setLevel(before);
        root.detachAppender(log);
        server.close();
    }

    @Test
    @Tag("S1")
    @Tag("S3")
    void what_a_provider_echoes_is_in_no_result_and_no_log_line() {
        OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));
        TestAttempt attempt = new TestAttempt(providers, "corporate");
        Grant grant = ((ExchangeResult.Granted) attempt.run(server)).grant();
        List<String> secrets = secrets(attempt, grant);
        List<Object> results = new ArrayList<>(List.of(attempt.authorization.pinned(), grant));

        for (int status : new int[] {200, 302, 400, 401, 403, 500, 503}) {
            for (String error : new String[] {"invalid_grant", "invalid_client", "server_error", "Bearer abc"}) {
                server.next("/token", Misbehaviour.echoing(status, error));
                results.add(providers.refresh(CORPORATE, grant, Duration.ofSeconds(5)));
                server.next("/token", Misbehaviour.echoing(status, error));
                results.add(attempt.exchange("made-up-code-0001"));
                server.next("/revoke", Misbehaviour.echoing(status, error));
                results.add(providers.revoke(CORPORATE, revocable(grant)));
            }
        }
        server.next("/userinfo", Misbehaviour.echoing(500, "no"));
        results.add(new TestAttempt(providers, "corporate").run(server));

        StringBuilder output = new StringBuilder(results.toString());
        for (ILoggingEvent event : log.list) {
            output.append(event.getFormattedMessage()).append(event.getMDCPropertyMap());
            assertFalse(event.getThrowableProxy() != null, "a cause would contain the provider's text");
        }
        for (String secret : secrets) {
            assertFalse(output.toString().contains(secret), "a secret was revealed");
        }
    }

    @Test
    @Tag("S2")
    void the_configuration_does_not_print_its_secrets() throws InvalidCatalogue {
        OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));
        server.always(
                "/.well-known/openid-configuration", Misbehaviour.status(500, Map.of(), "s3cr3t-of-the-provider"));

        Catalogue catalogue = Catalogue.read("providers:\n" + server.yaml("corporate"), Path.of("."));
        String output = "" + catalogue.entry(CORPORATE) + providers.all() + providers.check(CORPORATE) + log.list;

        assertFalse(output.contains(HostileAuthorizationServer.CLIENT_SECRET));
        assertFalse(output.contains("s3cr3t-of-the-provider"));
    }

    private static List<String> secrets(TestAttempt attempt, Grant grant) {
        return List.of(
                HostileAuthorizationServer.CLIENT_SECRET,
                "made-up-code-0001",
                attempt.secrets.verifier().map(Secret::reveal).orElseThrow(),
                attempt.secrets.nonce().map(Secret::reveal).orElseThrow(),
                grant.credentials().accessToken().reveal(),
                grant.credentials().refreshToken().map(Secret::reveal).orElseThrow());
    }

    private static RevocableToken revocable(Grant grant) {
        return new RevocableToken(
                grant.credentials().refreshToken().orElseThrow(),
                true,
                grant.origin().orElseThrow());
    }
}
