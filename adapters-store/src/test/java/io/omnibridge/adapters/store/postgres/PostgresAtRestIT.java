package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static io.omnibridge.adapters.store.sealing.SealedAccounts.HOME;
import static io.omnibridge.adapters.store.sealing.SealedAccounts.WORK;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.sealing.SealedAtRestContract;
import io.omnibridge.application.port.Listing;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.Scopes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An attacker who can write the database gains rows with other metadata, and credentials that do not open. */
class PostgresAtRestIT extends OneDatabase implements SealedAtRestContract {

    @Test
    @Tag("C1")
    void a_row_moved_to_another_account_is_listed_there_and_does_not_open() throws SQLException {
        assertMovedRowDoesNotOpen("user_id = 'bob'", key(BOB, GOOGLE, "work"));
        assertMovedRowDoesNotOpen("user_id = 'alice', provider = 'notion'", key(ALICE, NOTION, "work"));
        assertMovedRowDoesNotOpen("provider = 'google', provider_account_id = 'other'", key(ALICE, GOOGLE, "other"));
    }

    @Test
    @Tag("C1")
    void sealed_bytes_put_into_another_row_do_not_open() throws SQLException {
        database.execute("UPDATE accounts SET sealed = (SELECT sealed FROM accounts WHERE provider_account_id = 'home')"
                + " WHERE provider_account_id = 'work'");

        accounts().assertUnreadable(WORK);
        accounts().assertOpens(HOME);
    }

    @Test
    @Tag("C7")
    void a_version_that_was_changed_does_not_open() throws SQLException {
        database.execute("UPDATE accounts SET generation = 2 WHERE provider_account_id = 'work'");
        accounts().assertUnreadable(WORK);

        database.execute("UPDATE accounts SET generation = 1, link_id = md5('') WHERE provider_account_id = 'work'");
        accounts().assertUnreadable(WORK);
    }

    @Test
    @Tag("C7")
    void columns_that_were_changed_are_shown_and_decide_nothing() throws SQLException {
        database.execute("UPDATE accounts SET scopes = 'everything', refreshable = true, expires_at = NULL,"
                + " linked_by = 'CONNECT', updated_at = updated_at + interval '1 year'");

        assertEquals(
                Scopes.of(List.of("everything")),
                store().findMetadata(WORK).orElseThrow().scopes());
        accounts().assertOpens(WORK);
    }

    @Test
    void an_unreadable_row_fails_its_own_user_alone_and_is_not_repeated() throws SQLException {
        accounts().link(key(BOB, GOOGLE, "work"), "3");
        database.execute("UPDATE accounts SET link_id = 'canary' WHERE user_id = 'alice'");

        IllegalStateException fault = assertThrows(IllegalStateException.class, () -> Listing.all(store(), ALICE));

        assertEquals("a row in the database is not as OmniBridge writes it", fault.getMessage());
        assertEquals(1, Listing.all(store(), BOB).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinity", "-infinity"})
    @Tag("U3")
    void an_event_with_an_impossible_time_is_unreadable(String time) throws SQLException {
        database.execute("UPDATE audit_events SET occurred_at = '" + time + "' WHERE position = 2");
        ChainInspection inspection = new ChainInspection(users(), CHAIN);

        assertEquals("changed at 2", inspection.of(ALICE, StoredChainHead.NONE).inWords());
        assertThrows(IllegalStateException.class, () -> users().after(ALICE, 0, 10));
    }

    @Test
    @Tag("C2")
    void no_stored_byte_can_be_changed_or_cut_off() throws SQLException {
        int length = Integer.parseInt(database.ask("SELECT max(length(sealed)) FROM accounts"));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < length; i++) {
                String flip =
                        "UPDATE accounts SET sealed = set_byte(sealed, " + i + ", get_byte(sealed, " + i + ") # 1)";
                statement.execute(flip);
                accounts().assertUnreadable(WORK);
                statement.execute(flip);
            }
            accounts().assertOpens(WORK);

            for (int left = length - 1; left > 0; left -= 7) {
                statement.execute("UPDATE accounts SET sealed = substring(sealed, 1, " + left + ")");
                accounts().assertUnreadable(WORK);
            }
        }
    }

    private void assertMovedRowDoesNotOpen(String updateRefreshState, AccountKey to) throws SQLException {
        database.execute("UPDATE accounts SET " + updateRefreshState + " WHERE provider_account_id <> 'home'");

        assertEquals(
                List.of(to),
                Listing.all(store(), to.owner(), to.provider()).stream()
                        .map(AccountMetadata::key)
                        .filter(key -> !key.equals(HOME))
                        .toList());
        accounts().assertUnreadable(to);
        accounts().assertOpens(HOME);
    }
}
