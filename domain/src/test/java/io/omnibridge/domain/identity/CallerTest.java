package io.omnibridge.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void changing_the_original_set_does_not_change_the_caller() {
        Set<String> scopes = new HashSet<>(Set.of("accounts:read"));
        Caller caller = new Caller(new UserId("alice"), Optional.empty(), scopes);

        scopes.add("accounts:link");

        assertEquals(Set.of("accounts:read"), caller.scopes());
    }
}
