package io.omnibridge.adapters.store.redis.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.store.tls.Certificate;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Tag("T1")
@Isolated("it changes which certificates the JVM trusts")
class RedisTlsIT {

    private static final Certificate CERTIFICATE = Certificate.OWN;
    private SSLContext original;
    private RedisProcess server;
    private int port;

    @BeforeEach
    void start() throws Exception {
        original = SSLContext.getDefault();
        port = RedisProcess.freePort();
        server = RedisProcess.start(
                "tls-port " + port,
                "tls-cert-file " + CERTIFICATE.chainFile(),
                "tls-key-file " + CERTIFICATE.keyFile(),
                "tls-auth-clients no");
    }

    @AfterEach
    void stop() throws Exception {
        SSLContext.setDefault(original);
        server.close();
    }

    @Test
    void a_trusted_certificate_with_the_host_name_is_accepted() throws Exception {
        SSLContext.setDefault(CERTIFICATE.trustedAlone());
        try (RedisClient client = connect("localhost")) {
            assertDoesNotThrow(client::check);
        }
    }

    @Test
    void a_certificate_with_another_host_name_is_rejected() throws Exception {
        SSLContext.setDefault(CERTIFICATE.trustedAlone());
        assertThrows(StoreCannotStart.class, () -> connect("127.0.0.1"));
    }

    @Test
    void a_certificate_that_the_jvm_does_not_trust_is_rejected() {
        assertThrows(StoreCannotStart.class, () -> connect("localhost"));
    }

    @Test
    @Tag("P8")
    void the_configured_certificates_replace_those_of_the_jvm() throws Exception {
        try (RedisClient client = connect(Optional.of(CERTIFICATE.trustedAlone()))) {
            assertDoesNotThrow(client::check);
        }
        SSLContext.setDefault(CERTIFICATE.trustedAlone());
        SSLContext others = Certificate.OTHER.trustedAlone();
        assertThrows(StoreCannotStart.class, () -> connect(Optional.of(others)));
    }

    private RedisClient connect(Optional<SSLContext> tls) {
        RedisSettings settings = RedisProcess.settings("rediss://localhost:" + port);
        return RedisClient.connect(
                new RedisSettings(settings.url(), settings.login(), tls, false, settings.limits()), Clock.systemUTC());
    }

    private RedisClient connect(String host) {
        return RedisClient.connect(RedisProcess.settings("rediss://" + host + ":" + port), Clock.systemUTC());
    }
}
