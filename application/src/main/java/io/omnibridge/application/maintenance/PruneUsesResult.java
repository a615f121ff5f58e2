package io.omnibridge.application.maintenance;

/**
 * Result of one run of {@link PruneUses}.
 *
 * @param pruned how many receipts were removed
 * @param unreadable how many users or logs cannot be read, and were left unchanged
 */
public record PruneUsesResult(long pruned, long unreadable) {}
