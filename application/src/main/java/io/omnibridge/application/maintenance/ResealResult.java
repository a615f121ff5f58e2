package io.omnibridge.application.maintenance;

/**
 * Result of one run of {@link ResealAccounts}. Rows that another writer changed meanwhile are not counted.
 *
 * @param resealed how many accounts and pending revocations were sealed anew under the primary key
 * @param unreadable how many did not open and were left unchanged
 */
public record ResealResult(long resealed, long unreadable) {}
