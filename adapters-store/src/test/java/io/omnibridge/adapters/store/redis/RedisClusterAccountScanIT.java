package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.PortsUnderTest;
import io.omnibridge.adapters.store.vault.VaultAccountScan;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A scan of a cluster that is resharded meanwhile. */
@Tag("C5")
class RedisClusterAccountScanIT implements PortsUnderTest {

    /** The slots of the two users are at the two ends, so one is on the server that is scanned first, the other on a later one. */
    private static final UserId EARLY = userWithSlot(0, 1_000);

    private static final UserId LATE = userWithSlot(15_000, 16_383);

    private final RedisClusterProcesses cluster = RedisClusterProcesses.shared();
    private DurableStore redis;

    @BeforeEach
    void open() {
        cluster.empty();
        redis = cluster.open();
        link(account(key(EARLY, GOOGLE, "work")));
        link(account(key(LATE, GOOGLE, "work")));
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Override
    public VaultPorts ports() {
        return VaultPorts.over(redis.users(), CHAIN);
    }

    @Test
    void a_slot_that_moves_to_a_scanned_server_hides_no_user() {
        AccountScan scan = new VaultAccountScan(redis.users());
        ScanPage<Account> first = scan.accounts(ScanCursor.START, 100);
        assertTrue(owners(first).contains(EARLY));
        assertFalse(owners(first).contains(LATE));
        SlotMove move = SlotMove.to(cluster, LATE, SlotMove.away(cluster, EARLY).from());

        move.announce();
        move.moveKeys();
        move.finish();

        Set<UserId> found = new HashSet<>();
        for (ScanPage<Account> page = first; page.next().isPresent(); ) {
            page = scan.accounts(page.next().orElseThrow(), 100);
            found.addAll(owners(page));
        }
        assertTrue(found.contains(LATE));
    }

    private static Set<UserId> owners(ScanPage<Account> page) {
        Set<UserId> owners = new HashSet<>();
        page.items().forEach(account -> owners.add(account.key().owner()));
        return owners;
    }

    private static UserId userWithSlot(int first, int last) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> new UserId("user-" + i))
                .filter(user -> SlotMove.slot(user) >= first && SlotMove.slot(user) <= last)
                .findFirst()
                .orElseThrow();
    }
}
