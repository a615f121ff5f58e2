package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.accounts.RecordViews;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.RefreshIdleGrants;
import io.omnibridge.application.credentials.RefreshWorkers;
import io.omnibridge.application.maintenance.PruneUses;
import io.omnibridge.application.maintenance.PruneUsesResult;
import io.omnibridge.application.readiness.CheckReadiness;
import io.omnibridge.application.revocation.RevocationWorkers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background jobs of the service. Without a provider, it only abandons pending revocations that are too old. While the
 * node's clock does not agree with the store's, only unwritten renewals are retried: nothing about them depends on the time.
 *
 * @param pruneUses removes old receipts; empty if they are kept for ever
 * @param clocks whether the node's clock agrees with the store's
 * @param keepAlive how long an account may stay unused before it is unlinked and its grant revoked; empty if for ever
 */
record JobWiring(
        GrantWiring grants,
        RefreshCredentials refreshCredentials,
        RevocationWorkers revocationWorkers,
        RefreshWorkers refreshWorkers,
        RecordViews recordViews,
        Optional<Duration> keepAlive,
        Optional<PruneUses> pruneUses,
        ClockAgreement clocks) {

    private static final Logger LOG = LoggerFactory.getLogger(JobWiring.class);

    /** Until then a node may serve a store that was emptied or exchanged. */
    private static final Duration READINESS_PERIOD = Duration.ofSeconds(1);

    private static final Duration CLOCK_PERIOD = Duration.ofSeconds(10);

    private static final Duration REVOCATION_PERIOD = Duration.ofSeconds(30);

    /** The store did not accept a renewal, whose provider may have ended the former refresh token already. */
    private static final Duration UNWRITTEN_RENEWAL_PERIOD = Duration.ofSeconds(2);

    /** One scan over all accounts. The grants of some providers expire after half an hour without a refresh. */
    private static final Duration IDLE_GRANT_PERIOD = Duration.ofMinutes(15);

    private static final Duration FORGET_PERIOD = Duration.ofMinutes(15);

    private static final Duration PRUNE_PERIOD = Duration.ofHours(1);

    /** Views wait in memory until then. */
    private static final Duration VIEW_PERIOD = Duration.ofSeconds(2);

    private static final Duration MAX_DRAIN = Duration.ofSeconds(25);

    BackgroundJobs start(CheckReadiness readiness) {
        BackgroundJobs jobs = new BackgroundJobs();
        schedule(jobs, readiness);
        return jobs;
    }

    void schedule(BackgroundJobs jobs, CheckReadiness readiness) {
        jobs.every(READINESS_PERIOD, "check readiness", readiness::isReady)
                .every(CLOCK_PERIOD, "compare clocks", clocks::watch)
                .every(
                        REVOCATION_PERIOD,
                        "revoke due grants",
                        clocks.guard(grants.revokeDueGrants(revocationWorkers)::submit))
                .every(VIEW_PERIOD, "record views of accounts", recordViews::write);
        jobs.every(
                FORGET_PERIOD,
                "forget sign-outs of erased users",
                grants.vault().signOuts()::removeForgotten);
        pruneUses.ifPresent(prune -> jobs.every(PRUNE_PERIOD, "prune receipts of uses", clocks.guard(prune(prune))));
        if (!grants.catalogue().all().isEmpty()) {
            jobs.every(UNWRITTEN_RENEWAL_PERIOD, "retry unwritten renewals", refreshCredentials::retryUnwritten)
                    .every(IDLE_GRANT_PERIOD, "refresh idle grants", clocks.guard(refreshIdleGrants()));
        }
    }

    private static Runnable prune(PruneUses pruneUses) {
        return () -> {
            PruneUsesResult result = pruneUses.prune();
            if (result.unreadable() > 0) {
                LOG.warn("logs of uses that cannot be read and were not pruned: {}", result.unreadable());
            }
        };
    }

    private Runnable refreshIdleGrants() {
        RefreshIdleGrants refreshIdleGrants =
                new IdleGrantWiring(grants, keepAlive).refreshIdleGrants(refreshCredentials, refreshWorkers);
        return () -> {
            long withheld = refreshIdleGrants.refresh().withheld();
            if (withheld > 0) {
                LOG.warn(
                        "accounts that were unused for OMNIBRIDGE_KEEP_ALIVE and stay: {}, more than a tenth of"
                                + " all, which can mean that a clock was wrong. If they may go: omnibridge accounts"
                                + " remove-unused --at-most {}",
                        withheld,
                        withheld);
            }
        };
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
