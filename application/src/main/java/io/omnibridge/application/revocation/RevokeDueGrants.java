package io.omnibridge.application.revocation;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries out all obligations that are due, and destroys those that are too old. Any number of nodes may do so at once. */
public final class RevokeDueGrants {

    private static final int PAGE = 200;

    private final AccountScan scan;
    private final RevokeGrant revokeGrant;

    public RevokeDueGrants(AccountScan scan, RevokeGrant revokeGrant) {
        this.scan = Objects.requireNonNull(scan);
        this.revokeGrant = Objects.requireNonNull(revokeGrant);
    }

    /**
     * What one pass came to.
     *
     * @param counts how many obligations it left in which state
     * @param unreadable how many it could not read
     */
    public record Pass(Map<RevokeGrant.Outcome, Long> counts, long unreadable) {

        public Pass {
            counts = Map.copyOf(counts);
        }

        /** How many obligations came to {@code outcome}. */
        public long of(RevokeGrant.Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }
    }

    /**
     * Meets every obligation once, or twice if the store so wants.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done stays done
     */
    public Pass revoke() {
        Map<RevokeGrant.Outcome, Long> counts = new EnumMap<>(RevokeGrant.Outcome.class);
        long unreadable = each(pendingRevocation -> counts.merge(revokeGrant.revoke(pendingRevocation), 1L, Long::sum));
        return new Pass(counts, unreadable);
    }

    /** Meets every obligation, due or not, and returns how many could not be read. */
    long each(Consumer<PendingRevocation> visit) {
        long unreadable = 0;
        Optional<ScanCursor> position = Optional.of(ScanCursor.START);
        while (position.isPresent()) {
            ScanPage<PendingRevocation> page = scan.pendingRevocations(position.get(), PAGE);
            page.items().forEach(visit);
            unreadable += page.unreadable();
            position = page.next();
        }
        return unreadable;
    }
}
