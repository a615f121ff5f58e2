package io.omnibridge.adapters.store.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.Rotation;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Vault that was created with one key, and whose keys are rotated to another. */
class VaultKeysTest {

    private static final String ISSUER = "https://issuer.example";

    private final VaultMetadataInMemory metadata = new VaultMetadataInMemory();
    private final Rotation rotation = Rotation.begin();
    private final long former = rotation.before().primaryKeyId();
    private final long latter = rotation.promoted().primaryKeyId();
    private final VaultKeys keys = new VaultKeys(metadata, rotation.promoted(), ISSUER);

    @BeforeEach
    void create() {
        open(rotation.before());
        open(rotation.promoted());
    }

    @Test
    @Tag("C5")
    void the_key_of_the_audit_logs_is_resealed_once_and_stays_the_same() {
        assertEquals(1, keys.metadataUnder(former));
        byte[] sealed = metadata.values.get("record-key");

        keys.reseal();
        Map<String, byte[]> resealed = Map.copyOf(metadata.values);
        keys.reseal();

        assertEquals(resealed, metadata.values);
        assertEquals(0, keys.metadataUnder(former));
        assertEquals(1, keys.metadataUnder(latter));
        assertFalse(Arrays.equals(sealed, metadata.values.get("record-key")));
        assertDoesNotThrow(() -> open(rotation.added()));
    }

    @Test
    @Tag("C5")
    @Tag("C9")
    void once_a_key_is_released_a_start_needs_it_no_more() {
        keys.reseal();
        assertRefused(rotation.retired());
        assertTrue(keys.demanded(former));

        keys.release(former);
        keys.release(former);

        assertFalse(keys.demanded(former));
        assertTrue(keys.demanded(latter));
        assertDoesNotThrow(() -> open(rotation.retired()));
        assertDoesNotThrow(() -> open(rotation.promoted()));
    }

    @Test
    @Tag("C9")
    void a_start_at_the_very_moment_at_which_a_key_is_released_is_not_refused() {
        keys.reseal();
        keys.release(former);
        metadata.goneSinceListed.add("check." + former);

        assertDoesNotThrow(() -> open(rotation.retired()));
    }

    @Test
    @Tag("C6")
    void a_node_that_still_seals_under_a_released_key_keeps_the_next_start_from_missing_it() {
        keys.reseal();
        keys.release(former);

        open(rotation.added());

        assertTrue(keys.demanded(former));
        assertRefused(rotation.retired());
    }

    @Test
    @Tag("C6")
    void a_value_that_does_not_open_is_not_overwritten() {
        metadata.values.replaceAll((name, value) -> name.equals("record-key") ? damaged(value) : value);
        byte[] before = metadata.values.get("record-key");

        keys.reseal();

        assertArrayEquals(before, metadata.values.get("record-key"));
        assertEquals(1, keys.metadataUnder(former));
    }

    private static byte[] damaged(byte[] value) {
        byte[] damaged = value.clone();
        damaged[damaged.length - 1] ^= 1;
        return damaged;
    }

    private AuditLogKey open(Keyset keyset) {
        return new VaultOpening(metadata, keyset, ISSUER, new SecureRandom()).open("sub");
    }

    private void assertRefused(Keyset keyset) {
        assertThrows(StoreCannotStart.class, () -> open(keyset));
    }
}
