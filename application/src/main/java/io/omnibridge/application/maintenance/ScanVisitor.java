package io.omnibridge.application.maintenance;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;

/** Receives every row that a {@link FullScan} finds, one method for each kind. */
interface ScanVisitor {

    void visit(Account account);

    void visit(PendingRevocation revocation);

    void visit(StoredLease lease);
}
