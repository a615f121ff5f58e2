package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.spi.StoreConnection;
import io.omnibridge.adapters.store.spi.StoreTime;
import io.omnibridge.adapters.store.spi.UseSession;
import io.omnibridge.adapters.store.spi.UseStore;
import io.omnibridge.adapters.store.spi.UserRowsStore;
import io.omnibridge.adapters.store.spi.UserScan;
import io.omnibridge.adapters.store.spi.UserSession;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture.md says how many methods a new store has to implement. */
class StoreInterfacesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.]+)` \\| (\\d+) \\|");

    @Test
    void the_table_has_the_methods_of_each_interface() {
        Map<String, Long> documented = Document.matches(
                        ROW, Document.read("docs/architecture.md").text())
                .collect(Collectors.toMap(row -> row.group(1), row -> Long.valueOf(row.group(2))));
        Map<String, Long> declared = Stream.of(
                        UserStore.class,
                        UserSession.class,
                        UseStore.class,
                        UseSession.class,
                        UserScan.class,
                        VaultMetadata.class,
                        StoreTime.class,
                        StoreConnection.class)
                .collect(Collectors.toMap(
                        type -> type.getName().replaceAll(".*\\.", "").replace('$', '.'),
                        StoreInterfacesTest::methodsToWrite));

        assertEquals(declared, documented);
    }

    @Test
    void a_store_of_values_has_five_methods() {
        assertEquals(5, methodsToWrite(UserRowsStore.class));
    }

    private static long methodsToWrite(Class<?> type) {
        return Arrays.stream(type.getMethods())
                        .filter(StoreInterfacesTest::isAbstract)
                        .count()
                + (type.isInterface()
                        ? 0
                        : Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> isAbstract(method) && !Modifier.isPublic(method.getModifiers()))
                                .count());
    }

    private static boolean isAbstract(Method method) {
        return Modifier.isAbstract(method.getModifiers());
    }
}
