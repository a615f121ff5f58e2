package io.omnibridge.adapters.store.copy;

import java.util.Optional;

/**
 * Result of a copy.
 *
 * @param copied how many users were copied, whole
 * @param kept how many users the target had already as the source has them
 * @param removed how many users were removed from the target, because the source does not have them
 * @param comparison of both stores; empty if they were not compared
 */
public record CopyReport(long copied, long kept, long removed, Optional<CopyComparison> comparison) {}
