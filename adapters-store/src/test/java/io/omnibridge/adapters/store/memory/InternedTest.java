package io.omnibridge.adapters.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.omnibridge.domain.account.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D6")
class InternedTest {

    private final Interned<Scopes> interned = new Interned<>();

    @Test
    void equal_values_become_one() {
        Scopes first = interned.of(Scopes.parse("openid email"));

        assertSame(first, interned.of(Scopes.parse("openid email")));
    }

    @Test
    void any_number_of_values_stay_what_they_are_and_few_are_remembered() {
        List<Scopes> kept = IntStream.range(0, 10_000)
                .mapToObj(i -> interned.of(Scopes.parse("scope-" + i)))
                .toList();
        List<Scopes> again = new ArrayList<>();
        kept.forEach(scopes -> again.add(interned.of(Scopes.of(scopes.values()))));

        assertEquals(kept, again);
        assertEquals("scope-9999", kept.get(9_999).values().get(0));
    }
}
