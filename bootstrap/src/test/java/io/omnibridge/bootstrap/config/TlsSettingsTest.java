package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.PemSamples;
import io.omnibridge.adapters.http.tls.InvalidTlsIdentity;
import io.omnibridge.adapters.http.tls.TlsIdentity;
import io.omnibridge.adapters.http.tls.TlsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("T1")
class TlsSettingsTest extends ConfigFixture {

    private static final String CERTIFICATE = "OMNIBRIDGE_TLS_CERTIFICATE";
    private static final String KEY = "OMNIBRIDGE_TLS_KEY";
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void certificate_and_key_allow_listening_beyond_loopback() throws ConfigInvalid {
        Config config = with(tls(PemSamples.EC, PemSamples.EC, Map.of("OMNIBRIDGE_HTTP_HOST", "0.0.0.0")));

        assertTrue(config.tls().orElseThrow().read(NOW).isSameAs(PemSamples.EC.identity()));
        assertTrue(with(Map.of()).tls().isEmpty());
    }

    @Test
    void each_problem_is_reported_by_the_name_of_its_setting() {
        assertEquals(
                List.of(KEY + " is required together with " + CERTIFICATE),
                problems(Map.of(CERTIFICATE, PemSamples.EC.certificate())));
        assertEquals(
                List.of(CERTIFICATE + " is required together with " + KEY), problems(Map.of(KEY, PemSamples.EC.key())));
        assertEquals(
                List.of(KEY + " is not the key of the first certificate in " + CERTIFICATE),
                problems(tls(PemSamples.EC, PemSamples.RSA, Map.of())));
        assertEquals(
                List.of(
                        CERTIFICATE + " must be certificates in PEM and nothing else: the server's own first, then each"
                                + " one's issuer",
                        KEY + " is encrypted: give the key without a passphrase"),
                problems(Map.of(CERTIFICATE, "x", KEY, PemSamples.text("rsa-encrypted.key"))));
        assertEquals(
                List.of(CERTIFICATE
                        + " must be for an RSA key of at least 2048 bits or an EC key of at least 256 bits"),
                problems(Map.of(CERTIFICATE, PemSamples.text("weak.crt"), KEY, PemSamples.RSA.key())));
        assertEquals(
                List.of(KEY + "_FILE names a file that cannot be read as UTF-8 text of at most 64 KiB"),
                problems(Map.of(CERTIFICATE, PemSamples.EC.certificate(), KEY + "_FILE", "/no/such/file")));
    }

    @Test
    void a_certificate_that_is_not_valid_now_is_rejected_at_its_use() throws ConfigInvalid {
        TlsSource source =
                with(tls(PemSamples.EC, PemSamples.EC, Map.of())).tls().orElseThrow();

        assertEquals(
                CERTIFICATE + " has expired",
                assertThrows(InvalidTlsIdentity.class, () -> source.read(Instant.parse("2200-01-01T00:00:00Z")))
                        .getMessage());
        assertEquals(
                CERTIFICATE + " is not valid yet",
                assertThrows(InvalidTlsIdentity.class, () -> source.read(Instant.EPOCH))
                        .getMessage());
    }

    @Test
    void files_are_read_again_at_each_use(@TempDir Path folder) throws IOException, ConfigInvalid {
        Path certificate = folder.resolve("chain.pem");
        Path key = folder.resolve("key.pem");
        write(PemSamples.EC, certificate, key);
        TlsSource source = with(Map.of(CERTIFICATE + "_FILE", certificate.toString(), KEY + "_FILE", key.toString()))
                .tls()
                .orElseThrow();
        TlsIdentity first = source.read(NOW);

        write(PemSamples.RSA, certificate, key);
        assertFalse(source.read(NOW).isSameAs(first));

        Files.delete(key);
        assertEquals(
                KEY + "_FILE names a file that cannot be read as UTF-8 text of at most 64 KiB",
                assertThrows(InvalidTlsIdentity.class, () -> source.read(NOW)).getMessage());

        write(PemSamples.EC, certificate, key);
        assertDoesNotThrow(() -> source.read(NOW));
    }

    private static void write(PemSamples sample, Path certificate, Path key) throws IOException {
        Files.writeString(certificate, sample.certificate());
        Files.writeString(key, sample.key());
    }

    private static Map<String, String> tls(PemSamples certificate, PemSamples key, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put(CERTIFICATE, certificate.certificate());
        settings.put(KEY, key.key());
        return settings;
    }
}
