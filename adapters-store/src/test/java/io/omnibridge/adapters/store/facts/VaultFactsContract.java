package io.omnibridge.adapters.store.facts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.durable.DurableStore;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store must do with the facts about the whole vault. */
@Tag("D3")
public interface VaultFactsContract {

    /** A store without anything in it, the same one all through a test. */
    DurableStore durable();

    @Test
    default void a_fact_is_written_once() {
        facts().putIfAbsent("fact", first());
        facts().putIfAbsent("fact", second());
        facts().putIfAbsent("other", second());

        assertFact(first());
        assertEquals(Set.of("fact", "other"), facts().names());
    }

    @Test
    @Tag("C6")
    default void a_fact_is_replaced_by_who_knows_what_it_is() {
        facts().putIfAbsent("fact", first());
        facts().putIfAbsent("other", first());

        assertFalse(facts().replace("fact", second(), second()));
        assertFact(first());
        assertTrue(facts().replace("fact", first(), second()));
        assertFact(second());
        assertFalse(facts().replace("fact", first(), first()));
        assertFact(second());
        assertArrayEquals(first(), facts().find("other").orElseThrow());
    }

    @Test
    @Tag("C6")
    default void a_fact_is_removed_by_who_knows_what_it_is() {
        facts().putIfAbsent("fact", first());
        facts().putIfAbsent("other", first());

        assertFalse(facts().remove("fact", second()));
        assertFact(first());
        assertTrue(facts().remove("fact", first()));
        assertFalse(facts().remove("fact", first()));
        assertEquals(Optional.empty(), facts().find("fact"));
        assertEquals(Set.of("other"), facts().names());
    }

    @Test
    default void a_fact_that_is_not_there_is_neither_replaced_nor_removed() {
        assertFalse(facts().replace("fact", first(), second()));
        assertFalse(facts().replace("fact", new byte[0], second()));
        assertFalse(facts().remove("fact", new byte[0]));

        assertEquals(Set.of(), facts().names());
    }

    private static byte[] first() {
        return new byte[] {0, 1, -1, 10};
    }

    private static byte[] second() {
        return new byte[] {2};
    }

    private VaultFacts facts() {
        return durable().facts();
    }

    private void assertFact(byte[] value) {
        assertArrayEquals(value, facts().find("fact").orElseThrow());
    }
}
