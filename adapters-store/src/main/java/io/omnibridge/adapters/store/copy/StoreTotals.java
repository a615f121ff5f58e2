package io.omnibridge.adapters.store.copy;

import java.math.BigInteger;

/**
 * Summary of all users of a store.
 *
 * @param sum of the digests of all users, which does not depend on their order
 */
public record StoreTotals(long users, long accounts, long events, BigInteger sum) {

    static final StoreTotals NONE = new StoreTotals(0, 0, 0, BigInteger.ZERO);

    private static final BigInteger BEYOND = BigInteger.TWO.pow(256);

    StoreTotals plus(UserSummary user) {
        return new StoreTotals(
                users + 1,
                accounts + user.accounts(),
                events + user.events(),
                sum.add(user.digest()).mod(BEYOND));
    }

    /** Returns one digest over all users, as 64 hexadecimal digits. */
    public String digest() {
        return "%064x".formatted(sum);
    }
}
