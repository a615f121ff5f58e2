package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.testing.PemSamples;
import io.omnibridge.bootstrap.canary.Canaries;
import io.omnibridge.bootstrap.canary.Evidence;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An unusable configuration ends the start with status 2 and one sentence for each problem, without a value. */
class RefusedStartIT {

    private static final int USAGE = 2;
    private static final String CANNOT_LISTEN = " names a port that this process cannot listen on: it is in use,"
            + " or needs more rights, or OMNIBRIDGE_HTTP_HOST is not an address of this machine";

    private final Canaries canaries = new Canaries();
    private final Evidence evidence = new Evidence();

    @AfterEach
    void searchForValues() {
        evidence.assertNoneOf(canaries);
    }

    @Test
    void a_start_without_settings_reports_the_required_ones() {
        assertRefused(
                Map.of(),
                "OMNIBRIDGE_JWT_ISSUER is required",
                "OMNIBRIDGE_JWT_AUDIENCE is required",
                "OMNIBRIDGE_JWT_SECRET or OMNIBRIDGE_JWKS_URL: exactly one of them is required");
    }

    @Test
    @Tag("C6")
    @Tag("T1")
    @Tag("S6")
    void all_problems_are_reported_together() {
        Map<String, String> wrong = new HashMap<>();
        wrong.put("OMNIBRIDGE_HTTP_HOST", "192.0.2.1");
        wrong.put("OMNIBRIDGE_HTTP_PORT", canaries.plant("port"));
        wrong.put("OMNIBRIDGE_JWT_ISSUER", "");
        wrong.put("OMNIBRIDGE_JWT_SECRET", canaries.plant("secret"));
        wrong.put("OMNIBRIDGE_JWT_SECRET_FILE", canaries.plant("path"));
        wrong.put("OMNIBRIDGE_KEYSET", canaries.plant("keyset"));
        wrong.put("OMNIBRIDGE_STORE", "redis");
        wrong.put("OMNIBRIDGE_JWT_SECRETS", canaries.plant("misspelt"));
        wrong.put("OMNIBRIDGE_SERVICE_HOST", "10.0.0.1");
        wrong.put("OMNIBRIDGE_PORT", "tcp://10.0.0.1:80");

        assertRefused(
                wrong,
                "OMNIBRIDGE_HTTP_HOST is not loopback, and nothing encrypts: set OMNIBRIDGE_TLS_CERTIFICATE and"
                        + " OMNIBRIDGE_TLS_KEY, or OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else does",
                "OMNIBRIDGE_HTTP_PORT must be an integer from 0 to 65535",
                "OMNIBRIDGE_JWT_ISSUER is empty",
                "OMNIBRIDGE_JWT_AUDIENCE is required",
                "OMNIBRIDGE_JWT_SECRET must not be given together with OMNIBRIDGE_JWT_SECRET_FILE",
                "OMNIBRIDGE_KEYSET must be one Tink keyset in JSON, in the clear, with an enabled primary key",
                "OMNIBRIDGE_REDIS_URL is required with OMNIBRIDGE_STORE=redis",
                "OMNIBRIDGE_JWT_SECRETS is not a setting of OmniBridge");
    }

    @Test
    @Tag("T1")
    void an_expired_certificate_is_rejected() {
        Map<String, String> settings = settings(Map.of("OMNIBRIDGE_TLS_CERTIFICATE", PemSamples.text("expired.crt")));
        settings.put("OMNIBRIDGE_TLS_KEY", PemSamples.EC.key());

        assertRefused(settings, "OMNIBRIDGE_TLS_CERTIFICATE has expired");
    }

    @Test
    @Tag("J13")
    void a_well_known_secret_is_rejected() {
        assertRefused(
                settings(Map.of("OMNIBRIDGE_JWT_SECRET", "a-string-secret-at-least-256-bits-long")),
                "OMNIBRIDGE_JWT_SECRET must be random, not a sample or a repetition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OMNIBRIDGE_HTTP_PORT", "OMNIBRIDGE_METRICS_PORT"})
    void a_port_in_use_is_reported_by_its_setting(String setting) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = settings(Map.of("OMNIBRIDGE_HTTP_PORT", "0"));
            settings.put(setting, Integer.toString(taken.getLocalPort()));

            assertRefused(settings, setting + CANNOT_LISTEN);
        }
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "OMNIBRIDGE_JWT_ISSUER", "https://issuer.example",
                "OMNIBRIDGE_JWT_AUDIENCE", "omnibridge",
                "OMNIBRIDGE_JWT_SECRET", canaries.plant("secret")));
        settings.putAll(more);
        return settings;
    }

    private void assertRefused(Map<String, String> settings, String... problems) {
        try (Run run = Omnibridge.run(Jdk.running(), settings, "serve")) {
            assertEquals(USAGE, run.exit(), run::err);
            evidence.add("standard output", run.out());
            evidence.add("standard error", run.err());
            String expected = "The configuration cannot be used:\n  " + String.join("\n  ", List.of(problems)) + "\n";
            assertEquals(expected, run.err());
            assertEquals("", run.out());
        }
    }
}
