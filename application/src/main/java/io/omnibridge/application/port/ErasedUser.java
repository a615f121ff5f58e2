package io.omnibridge.application.port;

/**
 * What was removed of one user.
 *
 * @param accounts how many accounts
 * @param events how many events of the user's record
 */
public record ErasedUser(long accounts, long events) {}
