package io.omnibridge.adapters.store.vault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.AccountScanContract;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditLogContract;
import io.omnibridge.application.port.ChainHeadContract;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ConnectAttemptsContract;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.PendingRevocationsContract;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.TokenStoreContract;
import org.junit.jupiter.api.Test;

/** All that a {@link DurableStore} must do. The test of one says only how it is opened and emptied. */
public interface DurableStoreContract
        extends TokenStoreContract,
                AuditLogContract,
                ChainHeadContract,
                AccountScanContract,
                ConnectAttemptsContract,
                PendingRevocationsContract,
                FoundingContract,
                KeyRotationContract,
                SealedRowsContract,
                TwoNodesContract,
                VaultMetadataContract {

    AuditChain CHAIN = new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example");

    /** Empty before each test, and the same one all through it. */
    @Override
    DurableStore durable();

    @Override
    default TokenStore store() {
        return VaultPorts.over(durable().users(), CHAIN).accounts();
    }

    @Override
    default AuditLog auditLog() {
        return VaultPorts.over(durable().users(), CHAIN).auditLog();
    }

    @Override
    default ConnectAttempts attempts() {
        return VaultPorts.over(durable().users(), CHAIN).attempts();
    }

    @Override
    default PendingRevocations pendingRevocations() {
        return VaultPorts.over(durable().users(), CHAIN).pendingRevocations();
    }

    @Override
    default AccountScan scan() {
        return new VaultAccountScan(durable().users());
    }

    @Override
    default AccountScan scanOfAnotherProcess() {
        return new VaultAccountScan(another().users());
    }

    @Test
    default void a_store_that_answers_is_well() {
        assertDoesNotThrow(durable().users()::check);
    }
}
