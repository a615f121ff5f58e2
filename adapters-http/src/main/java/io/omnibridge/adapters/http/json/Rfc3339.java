package io.omnibridge.adapters.http.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * How an instant stands in JSON: as RFC 3339 has it, in UTC, which is what {@link Instant#toString()} says too. That goes
 * through a general formatter, which took longer than all the rest of an account.
 */
final class Rfc3339 {

    /** Of the year 0 and of the year 9999, in seconds since 1970. */
    private static final long FIRST_SECOND = -62_167_219_200L;

    private static final long LAST_SECOND = 253_402_300_799L;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private static final int WITHOUT_MILLIS = "2026-11-22T10:00:00Z".length();
    private static final int WITH_MILLIS = "2026-11-22T10:00:00.123Z".length();

    private Rfc3339() {}

    /** The text of {@code instant}; what is finer than milliseconds, or not in the years 0 to 9999, is left to the JDK. */
    static String of(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND || instant.getNano() % NANOS_PER_MILLI != 0) {
            return instant.toString();
        }
        return text(instant.atOffset(ZoneOffset.UTC));
    }

    private static String text(OffsetDateTime time) {
        byte[] text = new byte[time.getNano() == 0 ? WITHOUT_MILLIS : WITH_MILLIS];
        write(text, 0, 4, time.getYear(), '-');
        write(text, 5, 2, time.getMonthValue(), '-');
        write(text, 8, 2, time.getDayOfMonth(), 'T');
        write(text, 11, 2, time.getHour(), ':');
        write(text, 14, 2, time.getMinute(), ':');
        write(text, 17, 2, time.getSecond(), text.length == WITH_MILLIS ? '.' : 'Z');
        if (text.length == WITH_MILLIS) {
            write(text, 20, 3, time.getNano() / NANOS_PER_MILLI, 'Z');
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes {@code number} in so many digits, and what stands behind it. */
    private static void write(byte[] text, int from, int digits, int number, char behind) {
        int rest = number;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        text[from + digits] = (byte) behind;
    }
}
