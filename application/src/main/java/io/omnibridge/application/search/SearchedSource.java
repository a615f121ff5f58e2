package io.omnibridge.application.search;

import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.search.SourceStatus;
import io.omnibridge.domain.use.UseTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Result of one source in a search.
 *
 * @param retryAt when its provider's rate limit ends; empty unless it is reached
 * @param count how many items it found on this page, those included that another source found too
 * @param took how long it took; zero if it was not asked
 */
public record SearchedSource(
        UseTarget target,
        Optional<AccountLabel> label,
        SourceStatus status,
        Optional<Instant> retryAt,
        int count,
        Duration took) {}
