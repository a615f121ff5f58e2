package io.omnibridge.adapters.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.domain.InvalidValue;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads when a token expires, as a lifetime or as a time. Each method throws {@link InvalidValue} for anything else.
 *
 * @param now when the lifetimes begin
 */
record ExpiryReader(Instant now) {

    private static final Duration MAX_LIFETIME = Duration.ofDays(3650);
    private static final String TIME_RULE = "must be a time as in RFC 3339, such as 2030-01-31T12:00:00Z";
    private static final String SECONDS_RULE = "must be a whole number of seconds from 0 on";

    /** A number of seconds as a text, which some providers send. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,64}");

    /** Format of a time (RFC 3339 §5.6). The JDK's parser alone would also accept a time without seconds. */
    private static final Pattern RFC_3339 = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})",
            Pattern.CASE_INSENSITIVE);

    /** Reads a lifetime. Zero is none: some providers mean "never" by it. More than ten years are ten years. */
    Optional<Instant> secondsFromNow(JsonNode value) {
        boolean isNumber = value.isIntegralNumber()
                || (value.isTextual() && DIGITS.matcher(value.textValue()).matches());
        InvalidValue.unless(isNumber, SECONDS_RULE);
        BigInteger seconds = value.isTextual() ? new BigInteger(value.textValue()) : value.bigIntegerValue();
        InvalidValue.unless(seconds.signum() >= 0, SECONDS_RULE);
        long clamped = seconds.min(BigInteger.valueOf(MAX_LIFETIME.toSeconds())).longValue();
        return clamped == 0 ? Optional.empty() : Optional.of(now.plusSeconds(clamped));
    }

    /** Reads a time. One that is more than ten years away is ten years away. */
    Optional<Instant> instant(String value) {
        InvalidValue.unless(RFC_3339.matcher(value).matches(), TIME_RULE);
        try {
            Instant instant = OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MILLIS);
            InvalidValue.unless(!instant.isBefore(Instant.EPOCH), "must not be before 1970");
            Instant latest = now.plus(MAX_LIFETIME);
            return Optional.of(instant.isAfter(latest) ? latest : instant);
        } catch (DateTimeParseException e) {
            throw new InvalidValue(TIME_RULE);
        }
    }
}
