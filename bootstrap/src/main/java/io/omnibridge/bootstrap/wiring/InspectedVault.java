package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.VaultAccountScan;
import io.omnibridge.adapters.store.vault.VaultKeys;
import io.omnibridge.adapters.store.vault.VaultOpening;
import io.omnibridge.application.maintenance.CountKeyUse;
import io.omnibridge.application.maintenance.CountLeaseTokens;
import io.omnibridge.application.maintenance.KeyUse;
import io.omnibridge.application.maintenance.LeaseTokenCount;
import io.omnibridge.application.maintenance.ScanObserver;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.StoreConfig;
import io.omnibridge.bootstrap.config.VaultConfig;
import java.security.SecureRandom;
import java.time.Clock;

/** The vault in a durable store as far as it can be seen without its keys. The caller closes it. */
public record InspectedVault(DurableStore store, Sealers sealers) implements AutoCloseable {

    /**
     * Opens an existing vault whose keys the keyset may lack. It writes nothing.
     *
     * @throws ConfigInvalid as for {@link VaultOpener#reading}
     * @throws StoreCannotStart as for {@link VaultOpener#reading}, except for a missing key
     */
    static InspectedVault open(VaultConfig config, Clock clock, SecureRandom random) throws ConfigInvalid {
        StoreConfig.Durable durable = VaultOpener.durable(config);
        Sealers sealers = new Sealers(durable.keyset(), config.issuer());
        DurableStore store = DurableStores.openExisting(durable.server(), clock);
        try {
            new VaultOpening(store.metadata(), sealers.keyset(), sealers.issuer(), random)
                    .requireVault(config.userClaim());
            return new InspectedVault(store, sealers);
        } catch (StoreCannotStart | StoreUnavailable e) {
            store.close();
            throw e;
        }
    }

    public AccountScan scan() {
        return new VaultAccountScan(store.users());
    }

    /** Returns the keys that the vault's own metadata needs, beside those of its accounts. */
    public VaultKeys keys() {
        return new VaultKeys(store.metadata(), sealers.keyset(), sealers.issuer());
    }

    /** Counts the accounts and leases that each key seals. */
    public KeyUse countKeyUse(ScanObserver observer) {
        return new CountKeyUse(scan(), sealers.keys(), Clock.systemUTC()).count(observer);
    }

    /** Counts the live leases whose tokens the key sealed. */
    public LeaseTokenCount countLeaseTokens(long key) {
        return new CountLeaseTokens(scan(), sealers.keys(), Clock.systemUTC()).of(key);
    }

    @Override
    public void close() {
        store.close();
    }
}
