package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.ClockComparison;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.StoreClock;
import io.omnibridge.adapters.store.vault.VaultOpening;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.StoreConfig;
import io.omnibridge.bootstrap.config.VaultConfig;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the vault in a durable store: for the service, for commands that read or write it, and for inspection. */
final class VaultOpener {

    private static final Logger LOG = LoggerFactory.getLogger(VaultOpener.class);
    private static final int MAX_ATTEMPTS = 5;

    private VaultOpener() {}

    /**
     * Opens the vault for the service, and creates it in a new store.
     *
     * @param clock the node's own
     * @throws StoreCannotStart if the store cannot be used, contains another vault, or its clock differs from the node's by more
     *     than the leeway of {@code policy}
     */
    static OpenVault serving(StoreConfig.Durable config, JwtPolicy policy, Clock clock, SecureRandom random) {
        Sealers sealers = new Sealers(config.keyset(), policy.issuer());
        DurableStore store = DurableStores.open(config.server(), clock);
        return open(store, sealers, random, (opening, storeClock) -> {
            ClockComparison.of(clock, storeClock, policy.leeway()).requireAgreement();
            AuditLogKey auditLogKey = opening.open(policy.userClaim());
            LOG.info(
                    "{} vault {} in {}",
                    opening.hasCreated() ? "created the new, empty" : "opened the",
                    auditLogKey.vaultId(),
                    store.address());
            return auditLogKey;
        });
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
        StoreConfig.Durable durable = durable(config);
        Sealers sealers = new Sealers(durable.keyset(), config.issuer());
        return open(
                DurableStores.openExisting(durable.server(), clock),
                sealers,
                random,
                (opening, storeClock) -> open.apply(opening));
    }

    static StoreConfig.Durable durable(VaultConfig config) throws ConfigInvalid {
        if (config.store() instanceof StoreConfig.Durable durable) {
            return durable;
        }
        throw new ConfigInvalid(
                List.of("OMNIBRIDGE_STORE must be postgres or redis: a store in memory belongs to one other process"));
    }

    private static OpenVault open(
            DurableStore store,
            Sealers sealers,
            SecureRandom random,
            BiFunction<VaultOpening, StoreClock, AuditLogKey> open) {
        try {
            StoreClock clock = new StoreClock(store.time(), System::nanoTime);
            VaultOpening opening = new VaultOpening(store.metadata(), sealers.keyset(), sealers.issuer(), random);
            return new OpenVault(store, sealers, retried(() -> open.apply(opening, clock)), clock);
        } catch (StoreCannotStart e) {
            store.close();
            throw e;
        } catch (StoreUnavailable e) {
            store.close();
            throw new StoreCannotStart("OMNIBRIDGE_STORE: the vault could not be opened: " + e.getMessage());
        }
    }

    /**
     * Returns what {@code open} returns, which can be repeated. The store was ready a moment ago; but on a busy machine, the first calls of a
     * process that starts can take longer than the deadline of one call.
     */
    static <T> T retried(Supplier<T> open) {
        for (int attempt = 1; ; attempt++) {
            try {
                return open.get();
            } catch (StoreUnavailable e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw e;
                }
                LOG.info("the vault could not be opened yet: {}", e.getMessage());
            }
        }
    }
}
