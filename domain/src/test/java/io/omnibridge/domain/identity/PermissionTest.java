package io.omnibridge.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionTest {

    @ParameterizedTest
    @CsvSource({
        "accounts:read, READ_ACCOUNTS READ_AUDIT",
        "accounts:link, LINK_ACCOUNT UNLINK_ACCOUNT",
        "accounts:connect, CONNECT_ACCOUNT",
        "data:read, READ_DATA",
        "leases:write, MANAGE_LEASES"
    })
    void a_scope_gives_its_permissions(String scope, String permissions) {
        Set<Permission> expected = EnumSet.noneOf(Permission.class);
        for (String name : permissions.split(" ", -1)) {
            expected.add(Permission.valueOf(name));
        }

        assertEquals(expected, Permission.of(Set.of(scope, "openid"), true));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("Z5")
    void a_text_like_a_scope_gives_nothing(Permission permission) {
        Set<String> alike = Set.of("accounts", "accounts:*", permission.scope().toUpperCase(Locale.ROOT));

        assertEquals(Set.of(), Permission.of(alike, true));
    }

    @Test
    void data_and_leases_need_their_scopes_also_where_scopes_are_not_required() {
        assertEquals(
                EnumSet.complementOf(EnumSet.of(Permission.READ_DATA, Permission.MANAGE_LEASES)),
                Permission.of(Set.of(), false));
        assertEquals(EnumSet.allOf(Permission.class), Permission.of(Set.of("data:read", "leases:write"), false));
    }
}
