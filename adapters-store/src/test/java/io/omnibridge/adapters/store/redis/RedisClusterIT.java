package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.PortsUnderTest;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.Listing;
import io.omnibridge.domain.account.Account;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cluster that moves a slot to another node while the store reads and writes. */
@Tag("D3")
class RedisClusterIT implements PortsUnderTest {

    private final Account account = account(key(ALICE, GOOGLE, "work"));
    private final RedisClusterProcesses cluster = RedisClusterProcesses.shared();
    private DurableStore redis;
    private SlotMove move;

    @BeforeEach
    void open() {
        cluster.empty();
        redis = cluster.open();
        link(account);
        move = SlotMove.away(cluster, ALICE);
    }

    @AfterEach
    void close() {
        redis.close();
        move.finish();
    }

    @Override
    public VaultPorts ports() {
        return VaultPorts.over(redis.users(), CHAIN);
    }

    @Test
    void a_user_is_read_and_written_while_the_slot_migrates() {
        move.announce();
        move.moveKeys();
        assertEquals(Optional.of(account), store().find(account.key()));
        assertEquals(LinkResult.Replaced.class, link(account(account.key())).getClass());
        assertEquals(2, outcomes(ALICE).size());
    }

    @Test
    void a_user_is_read_and_written_after_the_slot_moved() {
        move.announce();
        move.moveKeys();
        move.finish();
        assertEquals(List.of(account.metadata()), Listing.all(store(), ALICE));
        assertEquals(LinkResult.Replaced.class, link(account(account.key())).getClass());
        assertEquals(2, outcomes(ALICE).size());
    }
}
