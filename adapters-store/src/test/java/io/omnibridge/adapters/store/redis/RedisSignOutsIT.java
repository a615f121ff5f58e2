package io.omnibridge.adapters.store.redis;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.SignOutsContract.signingOut;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys of erased users who signed out: they expire, and those of others do not. */
@Tag("W1")
class RedisSignOutsIT extends OneRedis {

    private static final String KEY = UserKeys.of(ALICE).signedOut();
    private static final long NEVER = -1;

    private static long timeToLive() {
        return server.ask(jedis -> jedis.pttl(KEY));
    }

    @Test
    void the_key_of_an_erased_user_expires_in_an_hour_at_most() {
        ports().signOuts().signOut(ALICE, signingOut(ALICE, NOW));
        assertEquals(NEVER, timeToLive());

        ports().scan().erase(ALICE);

        assertTrue(timeToLive() > 0 && timeToLive() <= 3_600_000, () -> "expires in " + timeToLive());
        server.ask(jedis -> jedis.pexpireAt(KEY, 1));
        assertEquals(Optional.empty(), ports().signOuts().lastOf(ALICE));
    }

    @Test
    void a_key_of_another_type_keeps_no_user_from_being_erased() {
        server.ask(jedis -> jedis.sadd(KEY, "not a string"));

        ports().scan().erase(ALICE);

        assertEquals(Optional.empty(), ports().signOuts().lastOf(ALICE));
        boolean isThere = server.ask(jedis -> jedis.exists(KEY));
        assertFalse(isThere);
    }

    @Test
    void a_second_erasure_does_not_prolong_it_and_a_sign_out_ends_the_forgetting() {
        ports().signOuts().signOut(ALICE, signingOut(ALICE, NOW));
        ports().scan().erase(ALICE);
        server.ask(jedis -> jedis.expire(KEY, 36_000L));
        ports().scan().erase(ALICE);
        assertTrue(timeToLive() > 3_600_000, () -> "expires in " + timeToLive());

        ports().signOuts().signOut(ALICE, signingOut(ALICE, NOW.minusSeconds(1)));

        assertEquals(NEVER, timeToLive());
        assertEquals(Optional.of(NOW), ports().signOuts().lastOf(ALICE));
    }
}
