package io.omnibridge.adapters.providers.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0",
                "17; 17",
                " 17 ; 17",
                "Wed, 25 Nov 2026 12:01:30 GMT; 90",
                "Wed, 25 Nov 2026 11:01:30 GMT; 0",
                "1795608060; 60",
                "1000000000; 0",
                "999999999; 86400",
                "99999999999999999999; 0",
                "-1; 0",
                "1.5; 0",
                "soon; 0"
            })
    @Tag("R4")
    void the_wait_follows_the_header_within_limits(String header, long seconds) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(header)), (name, value) -> true);
        ProviderResponse response = new ProviderResponse(429, headers, Optional.empty());

        assertEquals(Duration.ofSeconds(seconds), RetryAfter.read(response, "Retry-After", NOW));
    }
}
