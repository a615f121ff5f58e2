package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerAddressTest {

    @Test
    void without_settings_it_is_the_default_of_the_service() throws ConfigInvalid {
        assertEquals(URI.create("http://127.0.0.1:8080"), ListenerAddress.of(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, http://127.0.0.1:9000",
        "::, http://127.0.0.1:9000",
        "[::], http://127.0.0.1:9000",
        "0:0:0:0:0:0:0:0, http://127.0.0.1:9000",
        "::1, http://[::1]:9000",
        "[::1], http://[::1]:9000",
        "10.1.2.3, http://10.1.2.3:9000",
        "localhost, http://localhost:9000"
    })
    void a_listener_on_all_addresses_is_reached_by_loopback(String host, URI expected) throws ConfigInvalid {
        assertEquals(
                expected, ListenerAddress.of(Map.of("OMNIBRIDGE_HTTP_HOST", host, "OMNIBRIDGE_HTTP_PORT", "9000")));
    }

    @Test
    void a_certificate_makes_it_https() throws ConfigInvalid {
        assertEquals(
                "https",
                ListenerAddress.of(Map.of("OMNIBRIDGE_TLS_CERTIFICATE_FILE", "/nowhere"))
                        .getScheme());
    }

    @Test
    void a_secret_that_cannot_be_read_does_not_matter() throws ConfigInvalid {
        assertEquals(
                URI.create("http://127.0.0.1:8080"),
                ListenerAddress.of(Map.of("OMNIBRIDGE_JWT_SECRET_FILE", "/nowhere", "OMNIBRIDGE_STORE", "postgres")));
    }

    @Test
    void a_wrong_port_is_named() {
        ConfigInvalid invalid =
                assertThrows(ConfigInvalid.class, () -> ListenerAddress.of(Map.of("OMNIBRIDGE_HTTP_PORT", "eighty")));

        assertTrue(invalid.problems().get(0).startsWith("OMNIBRIDGE_HTTP_PORT"));
        assertFalse(invalid.problems().get(0).contains("eighty"));
    }
}
