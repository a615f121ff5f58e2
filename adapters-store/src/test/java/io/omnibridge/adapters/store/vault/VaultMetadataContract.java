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

/** What every store must do with the facts about the whole vault. */
@Tag("D3")
public interface VaultMetadataContract {

    /** A store without anything in it, the same one all through a test. */
    DurableStore durable();

    @Test
    default void a_fact_is_written_once() {
        metadata().putIfAbsent("fact", first());
        metadata().putIfAbsent("fact", second());
        metadata().putIfAbsent("other", second());

        assertEntry(first());
        assertEquals(Set.of("fact", "other"), metadata().names());
    }

    @Test
    @Tag("C6")
    default void a_fact_is_replaced_by_who_knows_what_it_is() {
        metadata().putIfAbsent("fact", first());
        metadata().putIfAbsent("other", first());

        assertFalse(metadata().replace("fact", second(), second()));
        assertEntry(first());
        assertTrue(metadata().replace("fact", first(), second()));
        assertEntry(second());
        assertFalse(metadata().replace("fact", first(), first()));
        assertEntry(second());
        assertArrayEquals(first(), metadata().find("other").orElseThrow());
    }

    @Test
    @Tag("C6")
    default void a_fact_is_removed_by_who_knows_what_it_is() {
        metadata().putIfAbsent("fact", first());
        metadata().putIfAbsent("other", first());

        assertFalse(metadata().remove("fact", second()));
        assertEntry(first());
        assertTrue(metadata().remove("fact", first()));
        assertFalse(metadata().remove("fact", first()));
        assertEquals(Optional.empty(), metadata().find("fact"));
        assertEquals(Set.of("other"), metadata().names());
    }

    @Test
    default void a_fact_that_is_not_there_is_neither_replaced_nor_removed() {
        assertFalse(metadata().replace("fact", first(), second()));
        assertFalse(metadata().replace("fact", new byte[0], second()));
        assertFalse(metadata().remove("fact", new byte[0]));

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
        assertArrayEquals(value, metadata().find("fact").orElseThrow());
    }
}
