package io.omnibridge.adapters.store.durable;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.omnibridge.adapters.store.facts.VaultFactsContract;
import io.omnibridge.adapters.store.record.RecordChain;
import io.omnibridge.adapters.store.record.RecordKey;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AccountSweepContract;
import io.omnibridge.application.port.AuditHeadContract;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.AuditTrailContract;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ConnectAttemptsContract;
import io.omnibridge.application.port.Obligations;
import io.omnibridge.application.port.ObligationsContract;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.TokenStoreContract;
import org.junit.jupiter.api.Test;

/** All that a {@link DurableStore} must do. The test of one says only how it is opened and emptied. */
public interface DurableStoreContract
        extends TokenStoreContract,
                AuditTrailContract,
                AuditHeadContract,
                AccountSweepContract,
                ConnectAttemptsContract,
                ObligationsContract,
                FoundingContract,
                KeyRotationContract,
                SealedRowsContract,
                TwoNodesContract,
                VaultFactsContract {

    RecordChain CHAIN = new RecordChain(new RecordKey(new byte[RecordKey.LENGTH]), "https://issuer.example");

    /** Empty before each test, and the same one all through it. */
    @Override
    DurableStore durable();

    @Override
    default TokenStore store() {
        return durable().tokenStore(CHAIN);
    }

    @Override
    default AuditTrail trail() {
        return durable().auditTrail(CHAIN);
    }

    @Override
    default ConnectAttempts attempts() {
        return durable().connectAttempts(CHAIN);
    }

    @Override
    default Obligations obligations() {
        return durable().obligations(CHAIN);
    }

    @Override
    default AccountSweep sweep() {
        return durable().sweep();
    }

    @Override
    default AccountSweep sweepOfAnotherProcess() {
        return another().sweep();
    }

    @Test
    default void a_store_that_answers_is_well() {
        assertDoesNotThrow(durable().health()::check);
    }
}
