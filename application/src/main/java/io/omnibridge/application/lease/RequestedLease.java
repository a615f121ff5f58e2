package io.omnibridge.application.lease;

import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseKind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A lease that a caller asks for.
 *
 * @param sources empty for all, and the reads without a source
 * @param accounts empty for those that are linked now
 */
public record RequestedLease(
        String label,
        Optional<Set<Source>> sources,
        Optional<List<RequestedAccount>> accounts,
        Set<UseKind> of,
        Duration timeToLive,
        long maxUses) {

    public RequestedLease {
        Objects.requireNonNull(label, "label");
        sources = sources.map(Set::copyOf);
        accounts = accounts.map(List::copyOf);
        of = Set.copyOf(of);
        Objects.requireNonNull(timeToLive, "timeToLive");
    }
}
