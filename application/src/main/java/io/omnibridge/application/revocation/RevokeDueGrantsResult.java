package io.omnibridge.application.revocation;

import java.util.Map;

/**
 * Result of one run of {@link RevokeDueGrants}.
 *
 * @param counts how many pending revocations had which result
 * @param unreadable how many could not be read
 */
public record RevokeDueGrantsResult(Map<RevokeGrantResult, Long> counts, long unreadable) {

    public RevokeDueGrantsResult {
        counts = Map.copyOf(counts);
    }

    /** Returns how many pending revocations had {@code result}. */
    public long count(RevokeGrantResult result) {
        return counts.getOrDefault(result, 0L);
    }
}
