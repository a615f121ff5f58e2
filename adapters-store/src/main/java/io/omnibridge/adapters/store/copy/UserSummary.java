package io.omnibridge.adapters.store.copy;

import java.math.BigInteger;

/**
 * Summary of one user.
 *
 * @param digest over all that the store has of the user: 256 bits, as a number
 */
record UserSummary(long accounts, long events, BigInteger digest) {}
