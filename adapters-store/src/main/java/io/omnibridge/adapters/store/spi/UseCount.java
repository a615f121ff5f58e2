package io.omnibridge.adapters.store.spi;

import java.time.Instant;

/**
 * Uses of one lease. The lease ends with its last use.
 *
 * @param more how many are added, at least 1
 * @param max how many it may have then
 * @param at when the last of them was made
 */
public record UseCount(long more, long max, Instant at) {}
