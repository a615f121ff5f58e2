package io.omnibridge.adapters.store.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of the metadata of a vault, for every durable store. */
@Tag("D3")
public interface VaultMetadataContract {

    /** Returns a store that is empty before each test, and the same one all through it. */
    DurableStore durable();

    @Test
    default void a_value_is_written_once() {
        metadata().putIfAbsent("value", first());
        metadata().putIfAbsent("value", second());
        metadata().putIfAbsent("other", second());

        assertEntry(first());
        assertEquals(Set.of("value", "other"), metadata().names());
    }

    @Test
    @Tag("C6")
    default void a_value_is_replaced_only_if_it_is_as_expected() {
        metadata().putIfAbsent("value", first());
        metadata().putIfAbsent("other", first());

        assertFalse(metadata().replace("value", second(), second()));
        assertEntry(first());
        assertTrue(metadata().replace("value", first(), second()));
        assertEntry(second());
        assertFalse(metadata().replace("value", first(), first()));
        assertEntry(second());
        assertArrayEquals(first(), metadata().find("other").orElseThrow());
    }

    @Test
    @Tag("C6")
    default void a_value_is_removed_only_if_it_is_as_expected() {
        metadata().putIfAbsent("value", first());
        metadata().putIfAbsent("other", first());

        assertFalse(metadata().remove("value", second()));
        assertEntry(first());
        assertTrue(metadata().remove("value", first()));
        assertFalse(metadata().remove("value", first()));
        assertEquals(Optional.empty(), metadata().find("value"));
        assertEquals(Set.of("other"), metadata().names());
    }

    @Test
    default void a_missing_value_is_neither_replaced_nor_removed() {
        assertFalse(metadata().replace("value", first(), second()));
        assertFalse(metadata().replace("value", new byte[0], second()));
        assertFalse(metadata().remove("value", new byte[0]));

        assertEquals(Set.of(), metadata().names());
    }

    private static byte[] first() {
        return new byte[] {0, 1, -1, 10};
    }

    private static byte[] second() {
        return new byte[] {2};
    }

    private VaultMetadata metadata() {
        return durable().metadata();
    }

    private void assertEntry(byte[] value) {
        assertArrayEquals(value, metadata().find("value").orElseThrow());
    }
}
