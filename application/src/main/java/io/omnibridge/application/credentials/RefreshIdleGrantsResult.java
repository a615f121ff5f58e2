package io.omnibridge.application.credentials;

/**
 * Result of one run of {@link RefreshIdleGrants}.
 *
 * @param refreshed how many accounts were refreshed, or had a refresh continued
 * @param unlinked how many accounts were unlinked because they had not been used
 * @param withheld how many accounts were not unlinked although they had not been used, because they were too many
 * @param unreadable how many accounts could not be read and were left unchanged
 */
public record RefreshIdleGrantsResult(long refreshed, long unlinked, long withheld, long unreadable) {}
