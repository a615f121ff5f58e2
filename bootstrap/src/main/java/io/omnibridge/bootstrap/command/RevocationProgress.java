package io.omnibridge.bootstrap.command;

import io.omnibridge.application.revocation.RevocationObserver;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the progress of revoking a provider's grants, about once a second. Not thread-safe. */
final class RevocationProgress implements RevocationObserver {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationProgress.class);

    private final Ticker ticker;

    RevocationProgress(Clock clock) {
        this.ticker = new Ticker(clock);
    }

    @Override
    public void scanned(long scanned, long unlinked) {
        if (ticker.poll()) {
            LOG.info("revoking: {} of {} accounts unlinked so far", unlinked, scanned);
        }
    }
}
