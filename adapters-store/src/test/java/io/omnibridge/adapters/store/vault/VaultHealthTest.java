package io.omnibridge.adapters.store.vault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Health of a vault whose store is emptied or replaced while the node runs. */
@Tag("C6")
class VaultHealthTest {

    private static final String ISSUER = "https://issuer.example";

    private final VaultMetadataInMemory metadata = new VaultMetadataInMemory();
    private final Keyset keyset = Keyset.generate();
    private final AuditLogKey opened = open(keyset);

    @Test
    void an_opened_vault_is_healthy_after_its_key_was_resealed() {
        Keyset more = keyset.withNewKey();
        Keyset promoted = more.withPrimary(more.keys().get(1).id());
        StoreHealth health = new VaultHealth(() -> {}, metadata, more, ISSUER, opened);
        assertDoesNotThrow(health::check);

        new VaultKeys(metadata, promoted, ISSUER).reseal();

        assertDoesNotThrow(health::check);
    }

    @Test
    void an_emptied_store_and_another_vault_are_not() {
        StoreHealth health = new VaultHealth(() -> {}, metadata, keyset, ISSUER, opened);

        metadata.values.clear();
        assertThrows(StoreUnavailable.class, health::check);

        open(keyset);
        assertThrows(StoreUnavailable.class, health::check);
    }

    @Test
    @Tag("D2")
    void a_store_that_does_not_answer_is_not() {
        StoreHealth away = () -> {
            throw new StoreUnavailable("away");
        };
        assertThrows(StoreUnavailable.class, new VaultHealth(away, metadata, keyset, ISSUER, opened)::check);
    }

    private AuditLogKey open(Keyset keys) {
        return new VaultOpening(metadata, keys, ISSUER, new SecureRandom()).open("sub");
    }
}
