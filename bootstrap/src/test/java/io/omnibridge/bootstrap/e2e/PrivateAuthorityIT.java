package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.support.testing.ConnectProxy;
import io.omnibridge.adapters.support.testing.PrivateAuthority;
import io.omnibridge.adapters.support.testing.TlsKeyServer;
import io.omnibridge.bootstrap.process.Poll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node fetches the keys of an issuer that has a certificate of a private authority. */
class PrivateAuthorityIT {

    private static final Duration BOUND = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final TlsKeyServer issuer = new TlsKeyServer("{\"keys\":[]}");

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    @Tag("P8")
    void the_key_set_is_fetched_with_the_certificate_of_the_authority() throws IOException {
        try (Vault vault = start(Map.of("OMNIBRIDGE_JWKS_URL", issuer.url("localhost")))) {
            Poll.until(() -> vault.run().err().contains("were not fetched"), BOUND);
            assertEquals(503, ready(vault));
        }
        Map<String, String> settings = Map.of(
                "OMNIBRIDGE_JWKS_URL",
                issuer.url("localhost"),
                "OMNIBRIDGE_JWKS_CA_FILE",
                authority().toString());
        try (Vault vault = start(settings)) {
            Poll.until(() -> ready(vault) == 200, BOUND);
        }
    }

    @Test
    @Tag("C25")
    void the_key_set_is_fetched_through_the_proxy() throws IOException {
        try (ConnectProxy proxy = new ConnectProxy();
                Vault vault = start(Map.of(
                        "OMNIBRIDGE_JWKS_URL",
                        issuer.url("issuer.example"),
                        "OMNIBRIDGE_JWKS_CA_FILE",
                        authority().toString(),
                        "OMNIBRIDGE_EGRESS_PROXY",
                        proxy.url()))) {
            Poll.until(() -> ready(vault) == 200, BOUND);
            assertEquals(1, proxy.requests().size());
        }
    }

    private Path authority() throws IOException {
        return Files.writeString(folder.resolve("ca.pem"), PrivateAuthority.certificate());
    }

    private static Vault start(Map<String, String> settings) {
        return Vault.start(List.of(), settings);
    }

    private static int ready(Vault vault) {
        return vault.send(Request.get("/readyz")).status();
    }
}
