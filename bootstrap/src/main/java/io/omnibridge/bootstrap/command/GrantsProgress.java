package io.omnibridge.bootstrap.command;

import io.omnibridge.application.revocation.RevocationObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says on standard error how many grants were given back so far, about once a second. Not thread-safe. */
final class GrantsProgress implements RevocationObserver {

    private static final Logger LOG = LoggerFactory.getLogger(GrantsProgress.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Clock clock;
    private Instant next;

    GrantsProgress(Clock clock) {
        this.clock = clock;
        this.next = clock.instant().plus(PERIOD);
    }

    @Override
    public void scanned(long accounts, long givenBack) {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            LOG.info("giving back: {} of {} accounts so far", givenBack, accounts);
            next = now.plus(PERIOD);
        }
    }
}
