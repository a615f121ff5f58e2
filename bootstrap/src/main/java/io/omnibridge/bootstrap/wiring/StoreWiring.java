package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.VaultGate;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.StoreConfig;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * The configured store, open for the service, and the keyset that seals its contents.
 *
 * @param clock the store's time
 * @param agreement of the node's clock with it
 * @param close closes all connections of the store
 */
record StoreWiring(
        VaultPorts ports, StoreHealth health, Keyset keyset, Clock clock, ClockAgreement agreement, Runnable close) {

    /**
     * Opens the store.
     *
     * @param metrics of the calls of its ports
     * @throws StoreCannotStart if the store cannot be used, or contains another vault than the configuration describes
     */
    static StoreWiring open(Config config, StoreMetrics metrics, Clock clock, SecureRandom random) {
        if (config.store() instanceof StoreConfig.Durable durable) {
            OpenVault vault = VaultOpener.serving(durable, config.jwtPolicy(), clock, random);
            VaultGate gate = vault.gate();
            return new StoreWiring(
                    vault.ports(gate, metrics),
                    vault.health(gate),
                    durable.keyset(),
                    vault.clock(),
                    ClockAgreement.between(
                            clock, vault.clock(), config.jwtPolicy().leeway()),
                    vault::close);
        }
        return memory((StoreConfig.Memory) config.store(), metrics, clock);
    }

    private static StoreWiring memory(StoreConfig.Memory config, StoreMetrics metrics, Clock clock) {
        MemoryStore memory = new MemoryStore(clock);
        Keyset keyset = config.keyset().orElseGet(Keyset::generate);
        return new StoreWiring(memory.ports(metrics), memory, keyset, clock, ClockAgreement.ofOneClock(), () -> {});
    }
}
