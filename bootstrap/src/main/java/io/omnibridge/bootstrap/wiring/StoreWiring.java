package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.adapters.store.postgres.PostgresStore;
import io.omnibridge.adapters.store.redis.RedisStore;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.VaultHealth;
import io.omnibridge.adapters.store.vault.VaultOpening;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.bootstrap.config.Config;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * The chosen store, open, and the keys that seal what it keeps: all that {@link Wiring} needs of it.
 *
 * @param close lets go of it
 */
public record StoreWiring(VaultPorts ports, StoreHealth health, Keyset keyset, Runnable close) {

    /** @throws StoreCannotStart if it cannot be opened, or is not the one that the configuration is about */
    static StoreWiring open(Config config, Clock clock, SecureRandom random) {
        if (config.store() instanceof Config.Store.Durable durable) {
            return durable(durable, config.jwtPolicy(), clock, random);
        }
        return memory((Config.Store.Memory) config.store(), clock);
    }

    private static StoreWiring memory(Config.Store.Memory chosen, Clock clock) {
        MemoryStore memory = new MemoryStore(clock);
        Keyset keyset = chosen.keyset().orElseGet(Keyset::generate);
        return new StoreWiring(memory.ports(), memory, keyset, () -> {});
    }

    private static StoreWiring durable(Config.Store.Durable chosen, JwtPolicy users, Clock clock, SecureRandom random) {
        DurableStore store = open(chosen.place(), clock);
        try {
            VaultOpening opening = new VaultOpening(store.metadata(), chosen.keyset(), users.issuer(), random);
            AuditLogKey auditLogKey = opening.open(users.userClaim());
            AuditChain chain = new AuditChain(auditLogKey, users.issuer());
            StoreHealth health =
                    new VaultHealth(store.users(), store.metadata(), chosen.keyset(), users.issuer(), auditLogKey);
            return new StoreWiring(VaultPorts.over(store.users(), chain), health, chosen.keyset(), store::close);
        } catch (StoreCannotStart e) {
            store.close();
            throw e;
        } catch (StoreUnavailable e) {
            store.close();
            throw new StoreCannotStart("OMNIBRIDGE_STORE: the store went away during the start; start again");
        }
    }

    /** The store at {@code place}, which is made ready to be used where it is new. */
    public static DurableStore open(Config.Place place, Clock clock) {
        if (place instanceof Config.Place.Redis redis) {
            return RedisStore.open(redis.settings(), clock);
        }
        return PostgresStore.open(((Config.Place.Postgres) place).settings(), clock);
    }
}
