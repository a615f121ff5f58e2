package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.tls.Certificate;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Tag("T1")
@Isolated("it changes whom the JVM trusts")
class RedisTlsIT {

    private final Certificate certificate = Certificate.of("localhost");
    private SSLContext trusted;
    private RedisProcess server;
    private int port;

    @BeforeEach
    void start() throws Exception {
        trusted = SSLContext.getDefault();
        port = RedisProcess.freePort();
        server = RedisProcess.start(
                "tls-port " + port,
                "tls-cert-file " + certificate.chainFile(),
                "tls-key-file " + certificate.keyFile(),
                "tls-auth-clients no");
    }

    @AfterEach
    void stop() throws Exception {
        SSLContext.setDefault(trusted);
        server.close();
    }

    @Test
    void a_server_whose_certificate_is_trusted_and_has_its_name_is_used() throws Exception {
        SSLContext.setDefault(certificate.trustedAlone());
        try (RedisStore redis = open("localhost")) {
            assertEquals(List.of(), redis.tokenStore(CHAIN).list(ALICE));
        }
    }

    @Test
    void a_certificate_with_another_name_is_refused() throws Exception {
        SSLContext.setDefault(certificate.trustedAlone());
        assertThrows(StoreCannotStart.class, () -> open("127.0.0.1"));
    }

    @Test
    void a_certificate_that_nobody_trusts_is_refused() {
        assertThrows(StoreCannotStart.class, () -> open("localhost"));
    }

    private RedisStore open(String host) {
        return RedisStore.open(RedisProcess.settings("rediss://" + host + ":" + port), Clock.systemUTC());
    }
}
