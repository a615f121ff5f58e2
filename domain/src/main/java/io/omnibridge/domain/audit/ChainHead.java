package io.omnibridge.domain.audit;

import io.omnibridge.domain.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Last position and MAC of a user's audit chain. A head that the user keeps elsewhere proves later whether an event of
 * that time was changed, reordered or removed. It is not secret, and cannot be forged without the key of the audit log.
 *
 * @param count the number of events, at least 1 and below 10^18
 * @param mac the MAC of the last event: 64 lower-case hexadecimal digits
 */
public record ChainHead(long count, String mac) {

    private static final long COUNT_LIMIT = 1_000_000_000_000_000_000L;
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,17})\\.([0-9a-f]{64})");

    /** @throws InvalidValue if {@code count} or {@code mac} breaks a rule above */
    public ChainHead {
        InvalidValue.unless(count >= 1 && count < COUNT_LIMIT, "must have a count from 1 to 18 digits");
        InvalidValue.unless(MAC.matcher(mac).matches(), "must have a MAC of 64 hexadecimal digits");
    }

    /**
     * Reads the format of {@link #toString}.
     *
     * @throws InvalidValue if {@code text} has another format
     */
    public static ChainHead parse(String text) {
        Matcher parts = TEXT.matcher(text);
        InvalidValue.unless(parts.matches(), "must be a head as GET /audit returned it");
        return new ChainHead(Long.parseLong(parts.group(1)), parts.group(2));
    }

    /** Returns count and MAC, separated by a dot. */
    @Override
    public String toString() {
        return count + "." + mac;
    }
}
