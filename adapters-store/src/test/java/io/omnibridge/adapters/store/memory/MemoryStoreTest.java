package io.omnibridge.adapters.store.memory;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AccountSweepContract;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.AuditTrailContract;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.TokenStoreContract;
import io.omnibridge.domain.account.Account;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemoryStoreTest implements TokenStoreContract, AuditTrailContract, AccountSweepContract {

    private final MemoryStore memory = new MemoryStore();

    @Override
    public TokenStore store() {
        return memory.tokenStore();
    }

    @Override
    public AuditTrail trail() {
        return memory.auditTrail();
    }

    @Override
    public AccountSweep sweep() {
        return memory.sweep();
    }

    @Override
    public AccountSweep sweepOfAnotherProcess() {
        return memory.sweep();
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

        assertEquals(Optional.empty(), memory.find(ALICE));
    }
}
