package io.omnibridge.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void changing_the_original_set_does_not_change_the_caller() {
        Set<Permission> permissions = new HashSet<>(Set.of(Permission.READ_ACCOUNTS));
        Caller caller = new Caller(new UserId("alice"), Optional.empty(), permissions);

        permissions.add(Permission.LINK_ACCOUNT);

        assertEquals(Set.of(Permission.READ_ACCOUNTS), caller.permissions());
    }

    @Test
    @Tag("W1")
    void a_caller_of_unknown_age_is_issued_after_no_time() {
        Instant time = Instant.ofEpochSecond(1_000);

        assertTrue(since(time.plusMillis(1)).isIssuedAfter(time));
        assertFalse(since(time).isIssuedAfter(time));
        assertFalse(since(time.minusMillis(1)).isIssuedAfter(time));
        assertFalse(new Caller(new UserId("alice"), Optional.empty(), Set.of()).isIssuedAfter(Instant.MIN));
    }

    private static Caller since(Instant issuedAt) {
        return new Caller(new UserId("alice"), Optional.empty(), Set.of(), Optional.of(issuedAt));
    }
}
