package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UsersEraseCommandTest {

    @Test
    @Tag("H11")
    void the_result_is_one_line_even_for_an_odd_user_id() {
        UserId user = new UserId("a\u2028b\u202ec");

        assertEquals(
                "erased 2 accounts and 5 events: a\\u2028b\\u202ec",
                UsersEraseCommand.erasedLine(new ErasedUser(2, 5), user));
        assertEquals("erased 0 accounts and 1 event: alice", erasedAlice(0, 1));
        assertEquals("erased 1 account and 0 events: alice", erasedAlice(1, 0));
        assertEquals("there was nothing: alice", erasedAlice(0, 0));
    }

    @Test
    @Tag("O9")
    void providers_with_unrevoked_grants_are_named_for_the_user() {
        assertEquals(Optional.empty(), UsersEraseCommand.unrevokedLine(List.of()));
        assertEquals(
                Optional.of("not revoked, to be ended by the user at the provider: google, notion"),
                UsersEraseCommand.unrevokedLine(List.of(new ProviderId("google"), new ProviderId("notion"))));
    }

    private static String erasedAlice(long accounts, long events) {
        return UsersEraseCommand.erasedLine(new ErasedUser(accounts, events), new UserId("alice"));
    }
}
