package io.omnibridge.application.maintenance;

/**
 * What one run of {@link VerifyCredentials} found. A store whose scan returns a row twice counts it twice.
 *
 * @param opened how many accounts and pending revocations open
 * @param unreadable how many do not
 */
public record VerifyResult(long opened, long unreadable) {}
