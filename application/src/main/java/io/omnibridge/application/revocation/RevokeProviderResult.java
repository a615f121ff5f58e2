package io.omnibridge.application.revocation;

/**
 * Result of one run of {@link RevokeProvider}.
 *
 * @param unlinked how many accounts were removed
 * @param revoked how many grants the provider has revoked
 * @param pending how many revocations will be attempted again
 * @param unreadable how many accounts could not be read and were left unchanged
 */
public record RevokeProviderResult(long unlinked, long revoked, long pending, long unreadable) {}
