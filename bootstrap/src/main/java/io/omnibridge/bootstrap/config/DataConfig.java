package io.omnibridge.bootstrap.config;

import io.omnibridge.application.use.LeaseMode;
import java.time.Duration;
import java.util.Optional;

/**
 * How clients read users' data.
 *
 * @param leaseMaxTimeToLive how long a lease may live
 * @param maxResponse the maximum size of a provider's response body, in bytes
 * @param useRetention how long receipts of uses are kept; empty for ever
 */
public record DataConfig(
        LeaseMode leases,
        Duration leaseMaxTimeToLive,
        long maxResponse,
        Optional<Duration> useRetention,
        Duration searchDeadline) {}
