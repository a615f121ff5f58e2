package io.omnibridge.application.port;

/**
 * Counts of what was removed of one user.
 *
 * @param accounts how many accounts
 * @param events how many audit events
 */
public record ErasedUser(long accounts, long events) {}
