package io.omnibridge.adapters.providers.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInProviderTest {

    @ParameterizedTest
    @ValueSource(strings = {"github", "google", "microsoft", "notion", "slack"})
    void a_well_known_provider_says_how_it_is_connected_and_what_can_be_searched(String name) {
        assertTrue(BuiltInProvider.find(new ProviderId(name))
                .orElseThrow()
                .all()
                .keySet()
                .containsAll(List.of("kind", "scopes", "sources")));
    }

    @Test
    void another_provider_is_not_built_in() {
        assertEquals(Optional.empty(), BuiltInProvider.find(new ProviderId("corporate")));
    }
}
