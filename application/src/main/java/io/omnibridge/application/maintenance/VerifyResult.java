package io.omnibridge.application.maintenance;

/**
 * Result of one run of {@link VerifyCredentials}. A store whose scan returns a row twice counts it twice.
 *
 * @param accounts how many accounts and pending revocations open
 * @param leases how many leases open
 * @param unreadable how many of all do not
 */
public record VerifyResult(long accounts, long leases, long unreadable) {}
