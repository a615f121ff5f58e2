package io.omnibridge.adapters.store.facts;

import io.omnibridge.adapters.store.record.RecordKey;
import io.omnibridge.adapters.store.sealing.FactPurpose;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkFactSealer;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;

/**
 * Whether a store answers, and still has the vault that this node opened. One that was emptied or exchanged while the node
 * ran answers as well as before, and nothing that it answers is true. Thread-safe.
 */
public final class VaultHealth implements StoreHealth {

    private final StoreHealth store;
    private final VaultFacts facts;
    private final TinkFactSealer sealer;
    private final RecordKey opened;

    /**
     * Looks after an open vault.
     *
     * @param issuer whose users the vault is about
     * @param opened the key of its records, which is another one in every vault
     */
    public VaultHealth(StoreHealth store, VaultFacts facts, Keyset keyset, String issuer, RecordKey opened) {
        this.store = store;
        this.facts = facts;
        this.sealer = new TinkFactSealer(keyset, issuer);
        this.opened = opened;
    }

    @Override
    public void check() {
        store.check();
        if (facts.find(VaultOpening.RECORD_KEY).filter(this::isOurs).isEmpty()) {
            throw new StoreUnavailable("the store has not the vault any more that this node opened");
        }
    }

    private boolean isOurs(byte[] sealed) {
        return sealer.open(FactPurpose.RECORD_KEY, VaultOpening.RECORD_KEY, sealed)
                .filter(opened::hasBytes)
                .isPresent();
    }
}
