package io.omnibridge.adapters.store.vault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ChainHeadContract;
import org.junit.jupiter.api.Test;

/** All that a {@link DurableStore} must do. The test of a kind of store only opens and empties one. */
public interface DurableStoreContract
        extends VaultPortsContract,
                AuditChainFormatsContract,
                ChainHeadContract,
                DataUseContract,
                VaultCreationContract,
                KeyRotationContract,
                SealedRowsContract,
                StoreTimeContract,
                TwoNodesContract,
                TwoNodesSignOutContract,
                TwoNodesUseContract,
                VaultMetadataContract {

    AuditChain CHAIN = new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example");

    /** Empty before each test, and the same one all through it. */
    @Override
    DurableStore durable();

    @Override
    default VaultPorts ports() {
        return VaultPorts.over(durable().users(), CHAIN);
    }

    @Override
    default AccountScan scanOfAnotherProcess() {
        return new VaultAccountScan(another().users());
    }

    @Test
    default void a_store_that_responds_is_healthy() {
        assertDoesNotThrow(durable().connection()::check);
    }
}
