package io.omnibridge.adapters.store.vault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Health of a vault whose store is emptied or replaced while the node runs. */
@Tag("C6")
class VaultHealthTest {

    private static final String ISSUER = "https://issuer.example";

    private final VaultMetadataInMemory metadata = new VaultMetadataInMemory();
    private final Keyset keyset = Keyset.generate();
    private final AuditLogKey opened = open(keyset);
    private final VaultGate gate = new VaultGate(new MemoryStore(Clock.systemUTC()));
    private Instant storeTime = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void an_opened_vault_is_healthy_after_its_key_was_resealed() {
        Keyset more = keyset.withNewKey();
        Keyset promoted = more.withPrimary(more.keys().get(1).id());
        StoreHealth health = health(() -> {}, more);
        assertDoesNotThrow(health::check);

        new VaultKeys(metadata, promoted, ISSUER).reseal();

        assertDoesNotThrow(health::check);
    }

    @Test
    void an_emptied_store_and_another_vault_are_not() {
        StoreHealth health = health(() -> {}, keyset);

        metadata.values.clear();
        assertThrows(StoreUnavailable.class, health::check);

        open(keyset);
        assertThrows(StoreUnavailable.class, health::check);
    }

    @Test
    @Tag("P5")
    void the_gate_is_closed_while_the_store_has_another_vault() {
        StoreHealth health = health(() -> {}, keyset);
        health.check();
        Map<String, byte[]> ours = Map.copyOf(metadata.values);
        assertDoesNotThrow(gate::pass);

        metadata.values.clear();
        assertThrows(StoreUnavailable.class, health::check);
        assertThrows(StoreUnavailable.class, gate::pass);

        metadata.values.putAll(ours);
        health.check();
        assertDoesNotThrow(gate::pass);
    }

    @Test
    @Tag("P5")
    void an_older_state_from_before_the_primary_key_was_added_is_not_served() {
        Keyset more = keyset.withNewKey();
        Keyset promoted = more.withPrimary(more.keys().get(1).id());
        Map<String, byte[]> older = Map.copyOf(metadata.values);
        open(promoted);
        StoreHealth health = health(() -> {}, promoted);
        assertDoesNotThrow(health::check);

        metadata.values.clear();
        metadata.values.putAll(older);

        assertThrows(StoreUnavailable.class, health::check);
        assertThrows(StoreUnavailable.class, gate::pass);
    }

    @Test
    @Tag("P5")
    void an_older_state_of_the_same_vault_is_not_served() {
        StoreHealth health = health(() -> {}, keyset);
        health.check();
        health.check();
        Map<String, byte[]> older = Map.copyOf(metadata.values);
        for (int i = 0; i < 10; i++) {
            storeTime = storeTime.plusSeconds(30);
            assertDoesNotThrow(health::check);
        }

        metadata.values.putAll(older);

        assertThrows(StoreUnavailable.class, health::check);
        assertThrows(StoreUnavailable.class, gate::pass);
        assertDoesNotThrow(health(() -> {}, keyset)::check);
    }

    @Test
    @Tag("P5")
    void a_failover_that_loses_half_a_minute_is_served() {
        StoreHealth health = health(() -> {}, keyset);
        health.check();
        health.check();
        Map<String, byte[]> before = Map.copyOf(metadata.values);
        storeTime = storeTime.plusSeconds(30);
        health.check();
        health.check();

        metadata.values.putAll(before);

        assertDoesNotThrow(health::check);
    }

    @Test
    @Tag("D2")
    void a_store_that_does_not_answer_is_not() {
        StoreHealth away = () -> {
            throw new StoreUnavailable("away");
        };
        assertThrows(StoreUnavailable.class, health(away, keyset)::check);
    }

    private StoreHealth health(StoreHealth store, Keyset keys) {
        return new VaultHealth(store, metadata, () -> storeTime, new OpenedVault(keys, ISSUER, opened), gate);
    }

    private AuditLogKey open(Keyset keys) {
        return new VaultOpening(metadata, keys, ISSUER, new SecureRandom()).open("sub");
    }
}
