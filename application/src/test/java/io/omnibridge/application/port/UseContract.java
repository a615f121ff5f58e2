package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.use.UseReceipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a test of logs of uses and leases provides, and shortcuts for its tests. */
public interface UseContract extends StoreContract {

    AppendResult APPENDED = new AppendResult.Appended();

    /** Returns the logs of uses of the same store. */
    UseLog useLog();

    /** Returns the leases of the same store. */
    Leases leases();

    /** Returns the scan of the same store. */
    AccountScan scan();

    /** Adds a lease that expires in an hour. */
    default StoredLease lease(UserId owner) {
        StoredLease lease = UseSamples.lease(owner, NOW.plus(Duration.ofHours(1)));
        assertTrue(add(lease));
        return lease;
    }

    default boolean add(StoredLease lease) {
        return leases().add(lease, Samples.QUOTA, UseSamples.begin(lease, NOW));
    }

    default boolean endLease(StoredLease lease) {
        return leases().end(lease.owner(), lease.id(), UseSamples.end(lease, NOW));
    }

    default AppendResult append(UseReceipt receipt) {
        return useLog().append(receipt, Optional.empty());
    }

    /** Returns the user's receipts, newest first. */
    default List<UseReceipt> uses(UserId user) {
        return useLog().list(user, AuditPage.FROM_NEWEST, Integer.MAX_VALUE).receipts();
    }

    default long usesOf(StoredLease lease) {
        return leases().find(lease.owner(), lease.id()).orElseThrow().used();
    }

    static AppendResult over(LeaseEnd by) {
        return new AppendResult.LeaseOver(by);
    }
}
