package io.omnibridge.adapters.store.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CopiedMetadataTest {

    private static final byte[] VAULT = {1};

    private final VaultMetadataInMemory source = new VaultMetadataInMemory();

    @Test
    @Tag("C6")
    void a_node_that_creates_a_vault_while_the_mark_is_made_keeps_its_vault_and_the_copy_is_refused() {
        VaultMetadataInMemory target = new VaultMetadataInMemory() {
            @Override
            public void putIfAbsent(String name, byte[] value) {
                super.putIfAbsent("users", new byte[] {9});
                super.putIfAbsent(name, value);
            }
        };

        assertThrows(StoreCannotStart.class, new CopiedMetadata(source, target, VAULT)::begin);
        assertEquals(Set.of("users"), target.names());
    }

    @Test
    @Tag("C6")
    void a_node_whose_start_meets_a_mark_that_is_made_meanwhile_does_not_start() {
        VaultMetadataInMemory target = new VaultMetadataInMemory() {
            @Override
            public void putIfAbsent(String name, byte[] value) {
                super.putIfAbsent(name, value);
                super.putIfAbsent("copy", VAULT);
            }
        };
        VaultOpening opening =
                new VaultOpening(target, Keyset.generate(), "https://issuer.example", new SecureRandom());

        assertThrows(StoreCannotStart.class, () -> opening.open("sub"));
    }

    @Test
    void the_end_may_be_tried_again() {
        source.putIfAbsent("users", new byte[] {2});
        VaultMetadataInMemory target = new VaultMetadataInMemory();
        CopiedMetadata metadata = new CopiedMetadata(source, target, VAULT);
        metadata.begin();
        metadata.begin();
        assertEquals(Set.of("copy"), target.names());

        metadata.finish();
        metadata.finish();

        assertEquals(Set.of("users"), target.names());
        assertArrayEquals(new byte[] {2}, target.find("users").orElseThrow());
    }
}
