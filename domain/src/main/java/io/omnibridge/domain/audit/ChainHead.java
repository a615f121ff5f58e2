package io.omnibridge.domain.audit;

import io.omnibridge.domain.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a user's record ends, in a form for keeping elsewhere: whoever kept it notices later if anything that the record had
 * then was changed, reordered or removed. It is not secret, and nobody without the key of the records can make one.
 *
 * @param count how many events the record has, at least 1 and below 10^18
 * @param mac the MAC of the last one: 64 lower-case hexadecimal digits
 */
public record ChainHead(long count, String mac) {

    private static final long COUNTS_END = 1_000_000_000_000_000_000L;
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,17})\\.([0-9a-f]{64})");

    /** @throws InvalidValue if a part is not as described */
    public ChainHead {
        InvalidValue.unless(count >= 1 && count < COUNTS_END, "must have a count from 1 to 18 digits");
        InvalidValue.unless(MAC.matcher(mac).matches(), "must have a MAC of 64 hexadecimal digits");
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws InvalidValue if it is nothing of the kind
     */
    public static ChainHead parse(String text) {
        Matcher parts = TEXT.matcher(text);
        InvalidValue.unless(parts.matches(), "must be a head as GET /audit returned it");
        return new ChainHead(Long.parseLong(parts.group(1)), parts.group(2));
    }

    /** Count and MAC, with a dot between them. */
    @Override
    public String toString() {
        return count + "." + mac;
    }
}
