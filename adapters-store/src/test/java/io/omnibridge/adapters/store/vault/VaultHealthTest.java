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

/** A store may be emptied or exchanged under a node that runs. */
@Tag("C6")
class VaultHealthTest {

    private static final String ISSUER = "https://issuer.example";

    private final VaultMetadataInMemory metadata = new VaultMetadataInMemory();
    private final Keyset keyset = Keyset.generate();
    private final AuditLogKey opened = open(keyset);

    @Test
    void the_vault_that_was_opened_is_well_also_when_its_key_was_sealed_anew() {
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
