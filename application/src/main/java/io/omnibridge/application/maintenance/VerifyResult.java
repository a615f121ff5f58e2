package io.omnibridge.application.maintenance;

/**
 * Result of one run of {@link VerifyCredentials}. A store whose scan returns a row twice counts it twice.
 *
 * @param opened how many accounts and pending revocations open
 * @param unreadable how many do not
 */
public record VerifyResult(long opened, long unreadable) {}
