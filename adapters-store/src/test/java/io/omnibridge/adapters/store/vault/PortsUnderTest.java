package io.omnibridge.adapters.store.vault;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.StoreContract;
import io.omnibridge.application.port.TokenStore;

/** Test of the ports to a vault: what {@link StoreContract} needs comes from them. */
public interface PortsUnderTest extends StoreContract {

    /** Ports to a store that is empty before each test, and the same one all through it. */
    VaultPorts ports();

    @Override
    default TokenStore store() {
        return ports().accounts();
    }

    @Override
    default AuditLog auditLog() {
        return ports().auditLog();
    }
}
