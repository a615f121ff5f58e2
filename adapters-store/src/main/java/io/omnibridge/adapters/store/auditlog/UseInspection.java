package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.adapters.store.auditlog.VerificationResult.Broken;
import io.omnibridge.adapters.store.auditlog.VerificationResult.Intact;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;

/**
 * Verification of the logs of uses in a store, each from its base on: what the service pruned is no fault, and what a writer of the
 * store removed is one. Receipts that are appended or pruned meanwhile are no fault. Thread-safe.
 */
public final class UseInspection {

    private final ChainedUseLog useLogs;
    private final UseChain chain;
    private final LogInspection<ChainedUse> inspection;

    public UseInspection(ChainedUseLog useLogs, UseChain chain) {
        this.useLogs = useLogs;
        this.chain = chain;
        this.inspection = new LogInspection<>(useLogs, (head, use) -> chain.headAfter(head, use.receipt()));
    }

    /**
     * Verifies every receipt of the user from the base on, and that the log ends at the stored chain head.
     *
     * @param kept a chain head of the log that was kept elsewhere; {@link StoredChainHead#NONE} for none
     * @return {@link VerificationResult.Pruned} if all is intact, and the log begins after {@code kept}
     * @throws StoreUnavailable if the store did not respond in time
     */
    public VerificationResult of(UserId user, StoredChainHead kept) {
        try {
            Optional<UseBase> base = useLogs.base(user);
            VerificationResult result = from(base, user, kept);
            while (result instanceof Broken && !base.equals(useLogs.base(user))) {
                // The service pruned between the two reads.
                base = useLogs.base(user);
                result = from(base, user, kept);
            }
            return result;
        } catch (IllegalStateException e) {
            return LogFault.BASE_CHANGED.at(1);
        }
    }

    private VerificationResult from(Optional<UseBase> base, UserId user, StoredChainHead kept) {
        return base.map(pruned -> from(pruned, user, kept))
                .orElseGet(() -> inspection.of(user, StoredChainHead.NONE, kept));
    }

    private VerificationResult from(UseBase base, UserId user, StoredChainHead kept) {
        StoredChainHead start = base.at();
        if (!chain.isGenuine(user, base)) {
            return LogFault.BASE_CHANGED.at(start.count());
        }
        boolean isOlder = kept.count() > 0 && kept.count() < start.count();
        VerificationResult result = inspection.of(user, start, isOlder ? StoredChainHead.NONE : kept);
        if (!(result instanceof Intact intact)) {
            return result;
        }
        if (intact.head().equals(start)) {
            // The service keeps the newest receipt.
            return LogFault.TRUNCATED.at(start.count() + 1);
        }
        return isOlder ? new VerificationResult.Pruned(start, intact.head()) : intact;
    }
}
