package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.postgres.PostgresStore;
import io.omnibridge.adapters.store.redis.RedisStore;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.sealing.TinkTokenSealer;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.VaultKeys;
import io.omnibridge.adapters.store.vault.VaultOpening;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.maintenance.CountKeyUse;
import io.omnibridge.application.maintenance.ScanObserver;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.VaultConfig;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * An existing vault in a durable store, open for a command that works on it beside the nodes that serve it, and with the same
 * refusals as a start. It never founds a vault and never changes a schema.
 *
 * @param issuer whose users the vault is about
 */
public record OpenVault(DurableStore store, Keyset keyset, AuditChain chain, String issuer) implements AutoCloseable {

    /**
     * Opens it for reading: nothing is written, so that a user of the store who may only read can do so.
     *
     * @throws ConfigInvalid if the store is in memory, where no command can reach it
     * @throws StoreCannotStart if there is no vault, or the configuration is about another one
     */
    static OpenVault reading(VaultConfig config, Clock clock, SecureRandom random) throws ConfigInvalid {
        return open(config, clock, random, opening -> opening.openExisting(config.userClaim()));
    }

    /**
     * Opens it for sealing too: leaves the check value of the primary key, as the start of a node does.
     *
     * @throws ConfigInvalid as for {@link #reading}
     * @throws StoreCannotStart as for {@link #reading}
     */
    static OpenVault writing(VaultConfig config, Clock clock, SecureRandom random) throws ConfigInvalid {
        return open(config, clock, random, opening -> {
            opening.openExisting(config.userClaim());
            return opening.open(config.userClaim());
        });
    }

    private static OpenVault open(
            VaultConfig config, Clock clock, SecureRandom random, Function<VaultOpening, AuditLogKey> open)
            throws ConfigInvalid {
        if (!(config.store() instanceof Config.Store.Durable durable)) {
            throw new ConfigInvalid(List.of("OMNIBRIDGE_STORE must be postgres or redis: what is in memory is in the"
                    + " memory of another process"));
        }
        DurableStore store = open(durable.place(), clock);
        try {
            VaultOpening opening = new VaultOpening(store.metadata(), durable.keyset(), config.issuer(), random);
            AuditChain chain = new AuditChain(open.apply(opening), config.issuer());
            return new OpenVault(store, durable.keyset(), chain, config.issuer());
        } catch (StoreCannotStart e) {
            store.close();
            throw e;
        } catch (StoreUnavailable e) {
            store.close();
            throw new StoreCannotStart("OMNIBRIDGE_STORE: the vault could not be opened: " + e.getMessage());
        }
    }

    private static DurableStore open(Config.Place place, Clock clock) {
        if (place instanceof Config.Place.Redis redis) {
            return RedisStore.openExisting(redis.settings(), clock);
        }
        return PostgresStore.openExisting(((Config.Place.Postgres) place).settings(), clock);
    }

    /** The ports to it. */
    public VaultPorts ports() {
        return VaultPorts.over(store.users(), chain);
    }

    /** What seals and opens the credentials in it. */
    public TinkCredentialSealer sealer() {
        return new TinkCredentialSealer(keyset, issuer);
    }

    /** What seals and opens the tokens that are to be revoked. */
    public TinkTokenSealer tokenSealer() {
        return new TinkTokenSealer(keyset, issuer);
    }

    /** What gives its grants back to {@code providers}. */
    GrantWiring grants(ProviderWiring providers, Clock clock, SecureRandom random) {
        return new GrantWiring(
                ports().accounts(),
                ports().pendingRevocations(),
                ports().scan(),
                providers.catalogue(),
                providers.servers(),
                keyset,
                issuer,
                clock,
                System::nanoTime,
                random);
    }

    /** Which keys it needs for itself. */
    public VaultKeys keys() {
        return new VaultKeys(store.metadata(), keyset, issuer);
    }

    /** How many of its accounts need which key. */
    public CountKeyUse.KeyUse countKeyUse(ScanObserver observer) {
        return new CountKeyUse(ports().scan(), sealer()).count(observer);
    }

    @Override
    public void close() {
        store.close();
    }
}
