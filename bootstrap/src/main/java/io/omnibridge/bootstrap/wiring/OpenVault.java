package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.VaultHealth;
import io.omnibridge.adapters.store.vault.VaultKeys;
import io.omnibridge.adapters.store.vault.VaultOpening;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.maintenance.CountKeyUse;
import io.omnibridge.application.maintenance.ScanObserver;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.VaultConfig;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * The vault in a durable store, open: checked to belong to the configured users and to the configured keyset. The caller
 * closes it.
 *
 * @param auditLogKey the key of the vault's audit log, in the clear
 */
public record OpenVault(DurableStore store, Sealers sealers, AuditLogKey auditLogKey) implements AutoCloseable {

    /**
     * Opens the vault for the service, and creates it in a new store.
     *
     * @throws StoreCannotStart if the store cannot be used, or contains another vault
     */
    static OpenVault serving(Config.Store.Durable config, JwtPolicy policy, Clock clock, SecureRandom random) {
        Sealers sealers = new Sealers(config.keyset(), policy.issuer());
        return open(
                DurableStores.open(config.server(), clock),
                sealers,
                random,
                opening -> opening.open(policy.userClaim()));
    }

    /**
     * Opens an existing vault for reading, beside the nodes that serve it. It writes nothing, so the store's user needs no
     * permission to write.
     *
     * @throws ConfigInvalid if the store is in memory, where no command can reach it
     * @throws StoreCannotStart if there is no vault, or another one
     */
    static OpenVault reading(VaultConfig config, Clock clock, SecureRandom random) throws ConfigInvalid {
        return existing(config, clock, random, opening -> opening.openExisting(config.userClaim()));
    }

    /**
     * Opens an existing vault for writing, beside the nodes that serve it. Like the start of a node, it stores the check value
     * of the primary key.
     *
     * @throws ConfigInvalid as for {@link #reading}
     * @throws StoreCannotStart as for {@link #reading}
     */
    static OpenVault writing(VaultConfig config, Clock clock, SecureRandom random) throws ConfigInvalid {
        return existing(config, clock, random, opening -> {
            opening.openExisting(config.userClaim());
            return opening.open(config.userClaim());
        });
    }

    private static OpenVault existing(
            VaultConfig config, Clock clock, SecureRandom random, Function<VaultOpening, AuditLogKey> open)
            throws ConfigInvalid {
        if (!(config.store() instanceof Config.Store.Durable durable)) {
            throw new ConfigInvalid(List.of(
                    "OMNIBRIDGE_STORE must be postgres or redis: a store in memory belongs to" + " one other process"));
        }
        Sealers sealers = new Sealers(durable.keyset(), config.issuer());
        return open(DurableStores.openExisting(durable.server(), clock), sealers, random, open);
    }

    private static OpenVault open(
            DurableStore store, Sealers sealers, SecureRandom random, Function<VaultOpening, AuditLogKey> open) {
        try {
            VaultOpening opening = new VaultOpening(store.metadata(), sealers.keyset(), sealers.issuer(), random);
            return new OpenVault(store, sealers, open.apply(opening));
        } catch (StoreCannotStart e) {
            store.close();
            throw e;
        } catch (StoreUnavailable e) {
            store.close();
            throw new StoreCannotStart("OMNIBRIDGE_STORE: the vault could not be opened: " + e.getMessage());
        }
    }

    /** Returns the chain that the vault's audit events are appended to and verified with. */
    public AuditChain chain() {
        return new AuditChain(auditLogKey, sealers.issuer());
    }

    public VaultPorts ports() {
        return VaultPorts.over(store.users(), chain());
    }

    StoreHealth health() {
        return new VaultHealth(store.users(), store.metadata(), sealers.keyset(), sealers.issuer(), auditLogKey);
    }

    /** Returns the keys that the vault's own metadata needs, beside those of its accounts. */
    public VaultKeys keys() {
        return new VaultKeys(store.metadata(), sealers.keyset(), sealers.issuer());
    }

    /** Counts the accounts that each key seals. */
    public CountKeyUse.KeyUse countKeyUse(ScanObserver observer) {
        return new CountKeyUse(ports().scan(), sealers.credentials()).count(observer);
    }

    @Override
    public void close() {
        store.close();
    }
}
