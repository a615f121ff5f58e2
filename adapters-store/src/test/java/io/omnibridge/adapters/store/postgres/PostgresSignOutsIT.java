package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.SignOutsContract.signingOut;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows of erased users who signed out. */
@Tag("W1")
class PostgresSignOutsIT extends OneDatabase {

    private static final String HOURS_TO_GO =
            "SELECT round(extract(epoch FROM forget_at - now()) / 3600) FROM sign_outs WHERE user_id = 'alice'";

    @Test
    void the_row_of_an_erased_user_is_forgotten_an_hour_later_and_then_removed() throws SQLException {
        ports().signOuts().signOut(ALICE, signingOut(ALICE, NOW));
        ports().signOuts().signOut(BOB, signingOut(BOB, NOW));
        ports().scan().erase(ALICE);
        assertEquals("1", database.ask(HOURS_TO_GO));

        database.execute("UPDATE sign_outs SET forget_at = forget_at - interval '1 hour'");
        assertEquals(Optional.empty(), ports().signOuts().lastOf(ALICE));
        assertEquals("2", database.ask("SELECT count(*) FROM sign_outs"));

        ports().signOuts().removeForgotten();
        assertEquals("bob", database.ask("SELECT string_agg(user_id, ' ') FROM sign_outs"));
        assertEquals(Optional.of(NOW), ports().signOuts().lastOf(BOB));
    }

    @Test
    void a_second_erasure_does_not_prolong_it_and_a_sign_out_ends_the_forgetting() throws SQLException {
        ports().signOuts().signOut(ALICE, signingOut(ALICE, NOW));
        ports().scan().erase(ALICE);
        database.execute("UPDATE sign_outs SET forget_at = forget_at + interval '5 hours'");
        ports().scan().erase(ALICE);
        assertEquals("6", database.ask(HOURS_TO_GO));

        ports().signOuts().signOut(ALICE, signingOut(ALICE, NOW));

        assertEquals("1", database.ask("SELECT count(*) FROM sign_outs WHERE forget_at IS NULL"));
    }
}
