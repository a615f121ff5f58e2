package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.InvalidCatalogue;
import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
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
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
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
    void whatever_a_provider_echoes_is_in_no_answer_and_in_no_log() {
        OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));
        TestAttempt attempt = new TestAttempt(providers, "corporate");
        Grant grant = ((ExchangeResult.Granted) attempt.run(server)).grant();
        List<String> secrets = secrets(attempt, grant);
        List<Object> answers = new ArrayList<>(List.of(attempt.authorization.pinned(), grant));

        for (int status : new int[] {200, 302, 400, 401, 403, 500, 503}) {
            for (String error : new String[] {"invalid_grant", "invalid_client", "server_error", "Bearer abc"}) {
                server.next("/token", Misbehaviour.echoing(status, error));
                answers.add(providers.refresh(CORPORATE, grant, Duration.ofSeconds(5)));
                server.next("/token", Misbehaviour.echoing(status, error));
                answers.add(attempt.exchange("code-of-nobody-0001"));
                server.next("/revoke", Misbehaviour.echoing(status, error));
                answers.add(providers.revoke(CORPORATE, revocable(grant)));
            }
        }
        server.next("/userinfo", Misbehaviour.echoing(500, "no"));
        answers.add(new TestAttempt(providers, "corporate").run(server));

        StringBuilder told = new StringBuilder(answers.toString());
        for (ILoggingEvent event : log.list) {
            told.append(event.getFormattedMessage()).append(event.getMDCPropertyMap());
            assertFalse(event.getThrowableProxy() != null, "a cause would be a provider's own words");
        }
        for (String secret : secrets) {
            assertFalse(told.toString().contains(secret), "a secret was told");
        }
    }

    @Test
    @Tag("S2")
    void what_is_configured_cannot_print_its_secret() throws InvalidCatalogue {
        OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));
        server.always(
                "/.well-known/openid-configuration", Misbehaviour.status(500, Map.of(), "s3cr3t-of-the-provider"));

        Catalogue catalogue = Catalogue.read("providers:\n" + server.yaml("corporate"), Path.of("."));
        String told = "" + catalogue.entry(CORPORATE) + providers.all() + providers.check(CORPORATE) + log.list;

        assertFalse(told.contains(HostileAuthorizationServer.CLIENT_SECRET));
        assertFalse(told.contains("s3cr3t-of-the-provider"));
    }

    private static List<String> secrets(TestAttempt attempt, Grant grant) {
        return List.of(
                HostileAuthorizationServer.CLIENT_SECRET,
                "code-of-nobody-0001",
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
