package io.omnibridge.adapters.store.vault;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.AccountScanContract;
import io.omnibridge.application.port.AuditLogContract;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ConnectAttemptsContract;
import io.omnibridge.application.port.LeaseResealContract;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.LeasesContract;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.PendingRevocationsContract;
import io.omnibridge.application.port.RefusalContract;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.port.SignOutsContract;
import io.omnibridge.application.port.TokenStoreContract;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.application.port.UseLogContract;

/** All that the ports to a vault must do, over any kind of store. */
public interface VaultPortsContract
        extends PortsUnderTest,
                TokenStoreContract,
                AuditLogContract,
                RefusalContract,
                AccountScanContract,
                ConnectAttemptsContract,
                PendingRevocationsContract,
                UseLogContract,
                LeasesContract,
                LeaseResealContract,
                SignOutsContract {

    @Override
    default ConnectAttempts attempts() {
        return ports().attempts();
    }

    @Override
    default PendingRevocations pendingRevocations() {
        return ports().pendingRevocations();
    }

    @Override
    default UseLog useLog() {
        return ports().useLog();
    }

    @Override
    default Leases leases() {
        return ports().leases();
    }

    @Override
    default SignOuts signOuts() {
        return ports().signOuts();
    }

    @Override
    default AccountScan scan() {
        return ports().scan();
    }

    @Override
    default AccountScan scanOfAnotherProcess() {
        return ports().scan();
    }
}
