package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.application.use.LeaseMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSettingsTest extends ConfigFixture {

    private static final String LEASES = "OMNIBRIDGE_LEASES";
    private static final String LEASE_MAX_TTL = "OMNIBRIDGE_LEASE_MAX_TTL";
    private static final String MAX_RESPONSE = "OMNIBRIDGE_MAX_RESPONSE";
    private static final String USE_RETENTION = "OMNIBRIDGE_USE_RETENTION";
    private static final String SEARCH_DEADLINE = "OMNIBRIDGE_SEARCH_DEADLINE";

    private static DataConfig data(String name, String value) throws ConfigInvalid {
        return with(Map.of(name, value)).data();
    }

    @Test
    void without_settings_leases_live_a_day_and_receipts_for_ever() throws ConfigInvalid {
        assertEquals(
                new DataConfig(LeaseMode.ON, Duration.ofHours(24), 32L << 20, Optional.empty(), Duration.ofSeconds(5)),
                with(Map.of()).data());
    }

    @ParameterizedTest
    @CsvSource({"on, ON", "off, OFF", "required, REQUIRED", "Required, REQUIRED"})
    void leases_are_on_off_or_required(String value, LeaseMode mode) throws ConfigInvalid {
        assertEquals(mode, data(LEASES, value).leases());
        assertEquals(1, problems(Map.of(LEASES, "optional")).size());
    }

    @ParameterizedTest
    @CsvSource({"64KiB, 65536", "1MiB, 1048576", "1024MiB, 1073741824"})
    void a_size_has_a_unit(String value, long bytes) throws ConfigInvalid {
        assertEquals(bytes, data(MAX_RESPONSE, value).maxResponse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"63KiB", "1025MiB", "32", "32MB", "32 MiB", "0MiB", "-1MiB", "1GiB", "1.5MiB"})
    void another_size_is_refused_without_its_value(String value) {
        List<String> problems = problems(Map.of(MAX_RESPONSE, value));

        assertEquals(1, problems.size());
        assertEquals(MAX_RESPONSE, problems.get(0).split(" ", -1)[0]);
    }

    @Test
    void a_search_takes_at_most_eight_seconds() throws ConfigInvalid {
        assertEquals(Duration.ofSeconds(1), data(SEARCH_DEADLINE, "1s").searchDeadline());
        assertEquals(Duration.ofSeconds(8), data(SEARCH_DEADLINE, "8s").searchDeadline());
        for (String wrong : List.of("0s", "9s", "999ms", "fast")) {
            assertEquals(1, problems(Map.of(SEARCH_DEADLINE, wrong)).size(), wrong);
        }
    }

    @Test
    void durations_have_bounds() throws ConfigInvalid {
        assertEquals(Duration.ofMinutes(1), data(LEASE_MAX_TTL, "1m").leaseMaxTimeToLive());
        assertEquals(Duration.ofDays(365), data(LEASE_MAX_TTL, "365d").leaseMaxTimeToLive());
        assertEquals(Optional.of(Duration.ofDays(1)), data(USE_RETENTION, "1d").useRetention());
        for (String wrong : List.of("59s", "366d", "soon")) {
            assertEquals(1, problems(Map.of(LEASE_MAX_TTL, wrong)).size(), wrong);
        }
        for (String wrong : List.of("23h", "36501d", "0")) {
            assertEquals(1, problems(Map.of(USE_RETENTION, wrong)).size(), wrong);
        }
    }
}
