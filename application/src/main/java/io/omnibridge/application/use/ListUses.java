package io.omnibridge.application.use;

import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.application.port.UsePage;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.use.Use;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the receipts of the caller's own uses, newest first. Thread-safe. */
public final class ListUses {

    private final UseLog useLog;
    private final LeaseLabels labels;

    public ListUses(UseLog useLog, Leases leases, LeaseSealer sealer) {
        this.useLog = Objects.requireNonNull(useLog);
        this.labels = new LeaseLabels(leases, sealer);
    }

    /**
     * Returns a page of receipts.
     *
     * @param before {@link io.omnibridge.application.port.AuditPage#FROM_NEWEST}, or {@code next} of the page before
     * @param limit the maximum number of receipts, at least 1
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond
     */
    public LabelledUses list(Caller caller, long before, int limit) {
        UsePage page = useLog.list(caller.user(), before, limit);
        Set<LeaseId> named = page.receipts().stream()
                .map(receipt -> receipt.use())
                .map(Use::lease)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new LabelledUses(page, labels.of(caller.user(), named));
    }
}
