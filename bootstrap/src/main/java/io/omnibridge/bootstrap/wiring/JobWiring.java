package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.accounts.RecordLooks;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.RefreshWorkers;
import io.omnibridge.application.revocation.RevocationWorkers;
import java.time.Duration;
import java.util.Optional;

/**
 * The background jobs of the service. Without a provider, it only abandons pending revocations that are too old.
 *
 * @param keepAlive how long an account may stay unused before it is unlinked and its grant revoked; empty if for ever
 */
record JobWiring(
        GrantWiring grants,
        RefreshCredentials refreshCredentials,
        RevocationWorkers revocationWorkers,
        RefreshWorkers refreshWorkers,
        RecordLooks recordLooks,
        Optional<Duration> keepAlive) {

    private static final Duration REVOCATION_PERIOD = Duration.ofSeconds(30);

    /** The store did not accept a renewal, whose provider may have ended the former refresh token already. */
    private static final Duration UNWRITTEN_RENEWAL_PERIOD = Duration.ofSeconds(2);

    /** One scan over all accounts. The grants of some providers expire after half an hour without a refresh. */
    private static final Duration IDLE_GRANT_PERIOD = Duration.ofMinutes(15);

    /** Looks wait in memory until then. */
    private static final Duration LOOK_PERIOD = Duration.ofSeconds(2);

    private static final Duration MAX_DRAIN = Duration.ofSeconds(25);

    BackgroundJobs start() {
        BackgroundJobs jobs = new BackgroundJobs()
                .every(REVOCATION_PERIOD, "revoke due grants", grants.revokeDueGrants(revocationWorkers)::submit)
                .every(LOOK_PERIOD, "record looks at accounts", recordLooks::write);
        if (!grants.catalogue().all().isEmpty()) {
            jobs.every(UNWRITTEN_RENEWAL_PERIOD, "retry unwritten renewals", refreshCredentials::retryUnwritten)
                    .every(
                            IDLE_GRANT_PERIOD,
                            "refresh idle grants",
                            grants.refreshIdleGrants(refreshCredentials, keepAlive, refreshWorkers)::refresh);
        }
        return jobs;
    }

    /** Waits until running refreshes have ended, for {@link #MAX_DRAIN} at most. */
    void drain() {
        try {
            refreshCredentials.drain(MAX_DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
