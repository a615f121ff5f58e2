package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.StoreContract;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisClusterCRC16;

/** What a cluster does to a node's idea of it while it is resharded. */
@Tag("D3")
class RedisClusterTest implements StoreContract {

    private static final UserKeys KEYS = UserKeys.of(ALICE);
    private static final String SLOT = Integer.toString(JedisClusterCRC16.getSlot(KEYS.head()));

    private final Account account = account(key(ALICE, GOOGLE, "work"));
    private final RedisClusterProcesses cluster = RedisClusterProcesses.shared();
    private RedisStore redis;
    private int from;
    private int to;

    @BeforeEach
    void open() {
        cluster.empty();
        redis = cluster.open();
        link(account);
        from = cluster.ports().stream().filter(this::hasAlice).findFirst().orElseThrow();
        to = cluster.ports().stream().filter(port -> port != from).findFirst().orElseThrow();
    }

    @AfterEach
    void close() {
        redis.close();
        finishMove();
    }

    @Override
    public TokenStore store() {
        return redis.tokenStore(CHAIN);
    }

    @Override
    public AuditTrail trail() {
        return redis.auditTrail(CHAIN);
    }

    @Test
    void a_slot_that_is_on_its_way_is_followed_read_and_written() {
        announceMove();
        moveKeys();
        assertEquals(Optional.of(account), store().find(account.key()));
        assertEquals(LinkResult.Replaced.class, link(account(account.key())).getClass());
        assertEquals(2, outcomes(ALICE).size());
    }

    @Test
    void a_slot_that_has_moved_is_followed() {
        announceMove();
        moveKeys();
        finishMove();
        assertEquals(List.of(account.metadata()), store().list(ALICE));
        assertEquals(LinkResult.Replaced.class, link(account(account.key())).getClass());
        assertEquals(2, outcomes(ALICE).size());
    }

    private void announceMove() {
        cluster(to, "SETSLOT", SLOT, "IMPORTING", id(from));
        cluster(from, "SETSLOT", SLOT, "MIGRATING", id(to));
    }

    private void moveKeys() {
        for (String key : List.of(KEYS.head(), KEYS.accounts(), KEYS.sealed(), KEYS.record())) {
            RedisProcess.ask(from, jedis -> jedis.migrate("127.0.0.1", to, key, 0, 1_000));
        }
    }

    private void finishMove() {
        cluster.ports().forEach(port -> cluster(port, "SETSLOT", SLOT, "NODE", id(to)));
    }

    private boolean hasAlice(int port) {
        return RedisProcess.ask(port, jedis -> !jedis.keys("*").isEmpty());
    }

    private static String id(int port) {
        return RedisProcess.ask(port, jedis -> jedis.clusterMyId());
    }

    private static Object cluster(int port, String... arguments) {
        return RedisProcess.ask(port, jedis -> jedis.sendCommand(Protocol.Command.CLUSTER, arguments));
    }
}
