package io.omnibridge.adapters.store.copy;

import java.math.BigInteger;

/**
 * What a store has, in short.
 *
 * @param sum of the digests of all users, and so the same in whatever order they come
 */
public record Totals(long users, long accounts, long events, BigInteger sum) {

    static final Totals NONE = new Totals(0, 0, 0, BigInteger.ZERO);

    private static final BigInteger BEYOND = BigInteger.TWO.pow(256);

    Totals plus(UserSummary user) {
        return new Totals(
                users + 1,
                accounts + user.accounts(),
                events + user.events(),
                sum.add(user.digest()).mod(BEYOND));
    }

    /** One digest over all users, as 64 hexadecimal digits. */
    public String digest() {
        return "%064x".formatted(sum);
    }
}
