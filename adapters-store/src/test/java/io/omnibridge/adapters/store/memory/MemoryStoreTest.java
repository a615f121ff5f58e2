package io.omnibridge.adapters.store.memory;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static io.omnibridge.domain.refresh.RefreshState.READY;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.AccountScanContract;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditLogContract;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ConnectAttemptsContract;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.PendingRevocationsContract;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.TokenStoreContract;
import io.omnibridge.domain.account.Account;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemoryStoreTest
        implements TokenStoreContract,
                AuditLogContract,
                AccountScanContract,
                ConnectAttemptsContract,
                PendingRevocationsContract {

    private final MemoryStore memory = new MemoryStore(Clock.systemUTC());

    @Override
    public TokenStore store() {
        return memory.tokenStore();
    }

    @Override
    public AuditLog trail() {
        return memory.auditLog();
    }

    @Override
    public ConnectAttempts attempts() {
        return memory.connectAttempts();
    }

    @Override
    public PendingRevocations pendingRevocations() {
        return memory.pendingRevocations();
    }

    @Override
    public AccountScan scan() {
        return memory.scan();
    }

    @Override
    public AccountScan scanOfAnotherProcess() {
        return memory.scan();
    }

    @Test
    void memory_is_always_well() {
        assertDoesNotThrow(memory.health()::check);
    }

    @Test
    void nothing_outlives_memory_so_there_is_no_head_to_keep() {
        link(account(key(ALICE, GOOGLE, "work")));

        assertEquals(
                Optional.empty(), trail().list(ALICE, AuditPage.FROM_NEWEST, 1).head());
    }

    @Test
    @Tag("D6")
    void questions_about_a_user_who_has_nothing_leave_nothing_behind() {
        Account account = account(key(ALICE, GOOGLE, "work"));

        store().find(account.key());
        store().findMetadata(account.key());
        store().list(ALICE);
        store().list(ALICE, GOOGLE);
        trail().list(ALICE, AuditPage.FROM_NEWEST, 10);
        unlink(account);
        renew(account, renewed(account, LATER));
        store().updateRefreshState(account.key(), account.version(), READY, READY);
        store().findWithStoreTime(account.key());
        attempts().find(ALICE, attempt(ALICE, NOW).id());

        assertEquals(Optional.empty(), memory.find(ALICE));
    }
}
