package io.omnibridge.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void changing_the_original_set_does_not_change_the_caller() {
        Set<Permission> permissions = new HashSet<>(Set.of(Permission.READ_ACCOUNTS));
        Caller caller = new Caller(new UserId("alice"), Optional.empty(), permissions);

        permissions.add(Permission.LINK_ACCOUNT);

        assertEquals(Set.of(Permission.READ_ACCOUNTS), caller.permissions());
    }
}
