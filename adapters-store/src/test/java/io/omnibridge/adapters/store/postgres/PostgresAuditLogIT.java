package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.StoreContract;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The record in the database: nothing changes without it, and nobody changes it unnoticed. */
class PostgresAuditLogIT implements StoreContract {

    private TestDatabase database;
    private DurableStore postgres;

    @BeforeEach
    void open() throws SQLException {
        database = PostgresServer.shared().newDatabase();
        postgres = database.open();
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    @Override
    public TokenStore store() {
        return VaultPorts.over(postgres.users(), CHAIN).accounts();
    }

    @Override
    public AuditLog auditLog() {
        return VaultPorts.over(postgres.users(), CHAIN).auditLog();
    }

    @Test
    @Tag("U1")
    void what_cannot_be_recorded_does_not_take_place() throws SQLException {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        database.execute("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''full''; END';
                CREATE TRIGGER refuse BEFORE INSERT ON audit_events EXECUTE FUNCTION refuse()
                """);

        assertThrows(StoreUnavailable.class, () -> link(account(key(ALICE, GOOGLE, "home"))));
        assertThrows(StoreUnavailable.class, () -> link(account(account.key())));
        assertThrows(StoreUnavailable.class, () -> renew(account, renewed(account, LATER)));
        assertThrows(StoreUnavailable.class, () -> unlink(account));

        assertEquals(List.of(account.metadata()), store().list(ALICE));
        assertEquals(Optional.of(account), store().find(account.key()));
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
        assertEquals("1 1", database.ask("SELECT concat(account_count, ' ', chain_head_position) FROM users"));
    }

    @Test
    @Tag("U3")
    void a_record_that_only_the_store_wrote_is_intact() {
        StoredChainHead head = sixEvents();

        assertEquals(new VerificationResult.Intact(head), verify(head));
        assertEquals(6, head.count());
        assertEquals(StoredChainHead.NONE, postgres.users().head(BOB));
    }

    @Test
    @Tag("U2")
    void every_column_of_an_event_is_noticed_when_changed() throws SQLException {
        StoredChainHead head = sixEvents();
        for (String change : List.of(
                "kind = 'UNLINK'",
                "outcome = 'UNLINKED'",
                "occurred_at = occurred_at + interval '1 millisecond'",
                "client_id = NULL",
                "provider = 'notion'",
                "provider_account_id = 'other'",
                "provider = NULL, provider_account_id = NULL",
                "request_id = 'request'",
                "mac = set_byte(mac, 31, get_byte(mac, 31) # 1)")) {
            database.execute("CREATE TABLE untouched AS SELECT * FROM audit_events");
            database.execute("UPDATE audit_events SET " + change + " WHERE position = 3");

            assertEquals(VerificationResult.Fault.CHANGED.at(3), verify(head), change);

            database.execute("DELETE FROM audit_events");
            database.execute("INSERT INTO audit_events SELECT * FROM untouched");
            database.execute("DROP TABLE untouched");
        }
        assertEquals(new VerificationResult.Intact(head), verify(head));
    }

    @Test
    @Tag("U3")
    void reordered_events_are_noticed() throws SQLException {
        StoredChainHead head = sixEvents();
        database.execute("UPDATE audit_events SET position = 100 WHERE position = 2");
        database.execute("UPDATE audit_events SET position = 2 WHERE position = 3");
        database.execute("UPDATE audit_events SET position = 3 WHERE position = 100");

        assertEquals(VerificationResult.Fault.REORDERED.at(2), verify(head));
    }

    @Test
    @Tag("U3")
    void a_removed_event_is_noticed() throws SQLException {
        StoredChainHead head = sixEvents();
        database.execute("DELETE FROM audit_events WHERE position = 4");

        assertEquals(VerificationResult.Fault.MISSING.at(4), verify(head));
    }

    @Test
    @Tag("U3")
    void a_truncated_record_is_noticed_against_the_head_in_the_database() throws SQLException {
        sixEvents();
        database.execute("DELETE FROM audit_events WHERE position > 4");

        assertEquals(
                VerificationResult.Fault.TRUNCATED.at(5),
                verify(postgres.users().head(ALICE)));
    }

    @Test
    @Tag("U3")
    void a_record_truncated_together_with_its_head_is_noticed_against_a_head_that_was_kept() throws SQLException {
        StoredChainHead kept = sixEvents();
        database.execute("DELETE FROM audit_events WHERE position > 4");
        database.execute("UPDATE users SET (chain_head_position, chain_head_mac) ="
                + " (SELECT position, mac FROM audit_events WHERE position = 4)");

        assertEquals(VerificationResult.Fault.TRUNCATED.at(5), verify(kept));
        link(account(key(ALICE, GOOGLE, "a")));
        link(account(key(ALICE, GOOGLE, "b")));
        assertEquals(VerificationResult.Fault.CHANGED.at(6), verify(kept));
    }

    @Test
    @Tag("U3")
    void a_head_that_was_removed_while_the_events_are_there_is_noticed() throws SQLException {
        sixEvents();
        database.execute("DELETE FROM users");

        assertEquals(VerificationResult.Fault.HEAD_PUT_BACK.at(1), inspect());
    }

    @Test
    @Tag("U3")
    void an_event_that_was_changed_to_what_cannot_be_read_is_noticed_where_it_stands() throws SQLException {
        StoredChainHead head = sixEvents();
        assertEquals(new VerificationResult.Intact(head), inspect());
        database.execute("UPDATE audit_events SET kind = 'WISH' WHERE position = 4");

        assertEquals(VerificationResult.Fault.CHANGED.at(4), inspect());
    }

    private VerificationResult inspect() {
        return new ChainInspection(postgres.users(), CHAIN).of(ALICE, StoredChainHead.NONE);
    }

    /** Of changes, refusals, and what the record itself was asked to keep. */
    private StoredChainHead sixEvents() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        Account renewed = renewed(account, LATER);
        link(account);
        renew(account, renewed);
        link(account(key(ALICE, GOOGLE, "home")), 1);
        link(account(key(ALICE, GOOGLE, "home")));
        unlink(renewed);
        assertFalse(unlink(renewed));
        AuditedAction action =
                AuditedAction.on(account.key(), AuditedAction.Kind.UNLINK, caller(ALICE), new RequestId("last"), NOW);
        auditLog().append(action.withOutcome(AuditOutcome.NOT_FOUND));
        return postgres.users().head(ALICE);
    }

    private VerificationResult verify(StoredChainHead kept) {
        List<ChainedEvent> events = postgres.users().after(ALICE, 0, 100);
        return CHAIN.verify(events, kept);
    }
}
