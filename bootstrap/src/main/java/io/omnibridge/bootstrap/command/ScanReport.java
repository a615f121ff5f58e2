package io.omnibridge.bootstrap.command;

import io.omnibridge.application.maintenance.ScanObserver;
import io.omnibridge.domain.account.AccountKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says on standard error how a sweep goes, about once a second, and names what does not open: each account in one line, by
 * its digest and by nothing of its contents. Not thread-safe.
 */
final class ScanReport implements ScanObserver {

    private static final Logger LOG = LoggerFactory.getLogger(ScanReport.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** Where so many do not open, their names help nobody any more, and would fill the memory. */
    private static final int MAX_NAMES = 10_000;

    private final String verb;
    private final Clock clock;
    private final Set<String> named = new HashSet<>();
    private Instant next;

    /** @param verb what is being done, such as {@code resealing} */
    ScanReport(String verb, Clock clock) {
        this.verb = verb;
        this.clock = clock;
        this.next = clock.instant().plus(PERIOD);
    }

    @Override
    public void scanned(long accounts) {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            LOG.info("{}: {} accounts so far", verb, accounts);
            next = now.plus(PERIOD);
        }
    }

    @Override
    public void unreadable(AccountKey account) {
        String digest = AccountDigest.of(account);
        if (named.size() < MAX_NAMES && named.add(digest)) {
            LOG.warn("credentials_unreadable account={}", digest);
        }
    }
}
