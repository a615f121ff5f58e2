package io.omnibridge.adapters.providers.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads when a provider allows the next request: in seconds, as a date (RFC 9110 §10.2.3), or in seconds since 1970. */
public final class RetryAfter {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
    /** Smallest number that is a time since 1970 and not a duration. */
    private static final long MIN_EPOCH_SECOND = 1_000_000_000;

    /** Maximum wait, even if the provider asks for more. */
    private static final Duration MAX_WAIT = Duration.ofHours(24);

    private RetryAfter() {}

    /** Returns the wait from {@code now} on; zero if the header is missing or invalid. */
    public static Duration read(ProviderResponse response, String header, Instant now) {
        return response.header(header).map(value -> wait(value, now)).orElse(Duration.ZERO);
    }

    /** Returns the wait that a value of the header names; zero if it is invalid. */
    public static Duration wait(String value, Instant now) {
        return find(value, now).orElse(Duration.ZERO);
    }

    /** Returns the wait that a value of the header names, which may be zero; empty if it is invalid. */
    public static Optional<Duration> find(String value, Instant now) {
        return read(value.strip(), now)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT);
    }

    private static Optional<Duration> read(String text, Instant now) {
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return Optional.of(
                    number < MIN_EPOCH_SECOND
                            ? Duration.ofSeconds(number)
                            : Duration.between(now, Instant.ofEpochSecond(number)));
        }
        try {
            return Optional.of(Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
