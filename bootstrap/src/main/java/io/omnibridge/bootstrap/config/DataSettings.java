package io.omnibridge.bootstrap.config;

import io.omnibridge.application.use.LeaseMode;
import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the settings of the data routes. */
final class DataSettings {

    private static final String LEASES = "OMNIBRIDGE_LEASES";
    private static final String LEASE_MAX_TTL = "OMNIBRIDGE_LEASE_MAX_TTL";
    private static final String MAX_RESPONSE = "OMNIBRIDGE_MAX_RESPONSE";
    private static final String USE_RETENTION = "OMNIBRIDGE_USE_RETENTION";
    private static final String SEARCH_DEADLINE = "OMNIBRIDGE_SEARCH_DEADLINE";

    private static final Duration MIN_DEADLINE = Duration.ofSeconds(1);
    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(5);
    private static final Duration MAX_DEADLINE = Duration.ofSeconds(8);
    private static final Duration MIN_LEASE_TTL = Duration.ofMinutes(1);
    private static final Duration DEFAULT_LEASE_TTL = Duration.ofHours(24);
    private static final Duration MAX_LEASE_TTL = Duration.ofDays(365);
    private static final Duration MIN_RETENTION = Duration.ofDays(1);
    private static final Duration MAX_RETENTION = Duration.ofDays(36_500);

    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5})(KiB|MiB)");
    private static final long KIBIBYTE = 1024;
    private static final long MIN_SIZE = 64 * KIBIBYTE;
    private static final long MAX_SIZE = 1024 * KIBIBYTE * KIBIBYTE;
    private static final long DEFAULT_SIZE = 32 * KIBIBYTE * KIBIBYTE;

    private final Settings settings;

    DataSettings(Settings settings) {
        this.settings = settings;
    }

    DataConfig data() {
        return new DataConfig(
                settings.read(LEASES, Values.oneOf(LeaseMode.class)).orElse(LeaseMode.ON),
                settings.read(LEASE_MAX_TTL, value -> Values.duration(value, MIN_LEASE_TTL, MAX_LEASE_TTL))
                        .orElse(DEFAULT_LEASE_TTL),
                settings.read(MAX_RESPONSE, DataSettings::size).orElse(DEFAULT_SIZE),
                settings.read(USE_RETENTION, value -> Values.duration(value, MIN_RETENTION, MAX_RETENTION)),
                settings.read(SEARCH_DEADLINE, value -> Values.duration(value, MIN_DEADLINE, MAX_DEADLINE))
                        .orElse(DEFAULT_DEADLINE));
    }

    private static long size(String value) {
        Matcher size = SIZE.matcher(value);
        InvalidValue.unless(size.matches(), "must be a number with its unit: KiB or MiB, such as 32MiB");
        long bytes = Long.parseLong(size.group(1)) * (size.group(2).equals("KiB") ? KIBIBYTE : KIBIBYTE * KIBIBYTE);
        InvalidValue.unless(bytes >= MIN_SIZE && bytes <= MAX_SIZE, "must be from 64KiB to 1024MiB");
        return bytes;
    }
}
