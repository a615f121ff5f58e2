package io.omnibridge.adapters.providers.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** When somebody wants to be asked again (RFC 9110 §10.2.3): in seconds, as a date, or as seconds since 1970. */
public final class RetryAfter {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
    private static final long FIRST_DATE = 1_000_000_000;

    /** The longest that anybody is left alone, whatever they say. */
    private static final Duration MAX_LENGTH = Duration.ofHours(24);

    private RetryAfter() {}

    /** From {@code now} on; zero if it says nothing. */
    public static Duration read(ProviderResponse answer, String header, Instant now) {
        Duration wait = answer.header(header)
                .map(String::strip)
                .map(text -> read(text, now))
                .orElse(Duration.ZERO);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MAX_LENGTH) < 0 ? wait : MAX_LENGTH;
    }

    private static Duration read(String text, Instant now) {
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return number < FIRST_DATE
                    ? Duration.ofSeconds(number)
                    : Duration.between(now, Instant.ofEpochSecond(number));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
