package io.omnibridge.adapters.store.copy;

import java.math.BigInteger;

/**
 * What there is of one user, in short.
 *
 * @param digest over all of it: 256 bits, as a number
 */
record UserSummary(long accounts, long events, BigInteger digest) {}
