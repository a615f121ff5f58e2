package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.StoreTime;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.Optional;

/**
 * Health of an open vault: the store responds, and still has the vault that this node opened. A store that was emptied, replaced or
 * put back while the node runs responds too, with wrong data: then the check closes the gate, and opens it when the vault is back.
 * Thread-safe.
 */
public final class VaultHealth implements StoreHealth {

    private final StoreHealth store;
    private final VaultMetadata metadata;
    private final OpenedVault opened;
    private final VaultHeartbeat heartbeat;
    private final VaultGate gate;

    /** @param opened the vault that must be in the store */
    public VaultHealth(StoreHealth store, VaultMetadata metadata, StoreTime time, OpenedVault opened, VaultGate gate) {
        this.store = store;
        this.metadata = metadata;
        this.opened = opened;
        this.heartbeat = new VaultHeartbeat(metadata, time);
        this.gate = gate;
    }

    @Override
    public synchronized void check() {
        store.check();
        Optional<String> exchanged = exchanged();
        if (exchanged.isPresent()) {
            gate.close(exchanged.get());
            throw new StoreUnavailable(exchanged.get());
        }
        gate.open();
    }

    private Optional<String> exchanged() {
        Optional<String> other = opened.differenceTo(metadata);
        if (other.isPresent()) {
            return other;
        }
        return heartbeat.wentBack()
                ? Optional.of(
                        "the store was put back to an older state while this node ran: stop all nodes, and start them"
                                + " again once the state is the one that you want")
                : Optional.empty();
    }
}
