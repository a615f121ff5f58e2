package io.omnibridge.application.maintenance;

/**
 * Result of one run of {@link ResealAccounts}. Rows that another writer changed meanwhile are not counted.
 *
 * @param accounts how many accounts and pending revocations were sealed anew under the primary key
 * @param leases how many leases were
 * @param unreadable how many of all did not open and were left unchanged, leases that have expired apart
 */
public record ResealResult(long accounts, long leases, long unreadable) {}
