package io.omnibridge.architecture;

import static io.omnibridge.architecture.Architecture.PRODUCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import io.omnibridge.adapters.http.HttpApi;
import io.omnibridge.adapters.providers.OAuthProviders;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.adapters.support.net.Loopback;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.bootstrap.Main;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that is checked on nothing holds: this sees to it that the rules see every module, and nothing but the modules. */
class ImportedModulesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                UserId.class,
                TokenStore.class,
                Loopback.class,
                HttpApi.class,
                MemoryStore.class,
                OAuthProviders.class,
                Main.class
            })
    void every_module_is_seen(Class<?> sentinel) {
        assertTrue(PRODUCTION.contain(sentinel));
    }

    @Test
    void no_test_is_seen() {
        List<String> tests = PRODUCTION.stream()
                .map(JavaClass::getName)
                .filter(name -> name.matches(".*(Test|Contract|\\.architecture\\..*)"))
                .toList();

        assertEquals(List.of(), tests);
    }
}
