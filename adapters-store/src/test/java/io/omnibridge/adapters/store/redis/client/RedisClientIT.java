package io.omnibridge.adapters.store.redis.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.fault.FaultProxy;
import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.store.vault.StoreLimits;
import io.omnibridge.application.port.StoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Protocol;

@Timeout(60)
class RedisClientIT {

    private static final String COUNTER = "counter";
    private static final String CANARY = "canary";
    private static final byte[] MALFORMED_REPLY = "?\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final String INCREMENT = "return redis.call('INCR', KEYS[1])";
    private static final Command<Long> WRITE = command(Script.writing(INCREMENT));

    /** Declared as reading although it counts, so that the counter shows how often it was sent. */
    private static final Command<Long> COUNTED_READ = command(Script.reading(INCREMENT));

    private RedisProcess server;
    private FaultProxy proxy;
    private RedisClient client;

    @BeforeEach
    void connect() throws IOException {
        server = RedisProcess.start();
        proxy = new FaultProxy(server.port(), MALFORMED_REPLY);
        StoreLimits limits = new StoreLimits(Duration.ofSeconds(2), 1, Duration.ofSeconds(20));
        RedisUrl url = RedisUrl.parse("redis://127.0.0.1:" + proxy.port());
        client = RedisClient.connect(new RedisSettings(url, false, limits), Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        server.close();
    }

    /** A malformed reply arrives before the deadline, a dribbled one does not. */
    @ParameterizedTest
    @EnumSource(names = {"MALFORMED", "DRIBBLE"})
    void a_write_whose_reply_is_lost_is_not_sent_again(FaultProxy.Fault fault) {
        assertEquals(1, client.call(WRITE));
        proxy.inject(fault);
        assertThrows(StoreUnavailable.class, () -> client.call(WRITE));
        assertEquals(2, count());
    }

    @Test
    void a_read_over_a_broken_idle_connection_is_sent_again_over_a_new_one() {
        assertEquals(1, client.call(COUNTED_READ));
        server.ask(jedis -> jedis.sendCommand(Protocol.Command.CLIENT, "KILL", "TYPE", "normal"));
        assertEquals(2, client.call(COUNTED_READ));
    }

    @Test
    void a_read_whose_reply_is_malformed_twice_fails() {
        assertEquals(1, client.call(COUNTED_READ));
        proxy.inject(FaultProxy.Fault.MALFORMED);
        assertThrows(StoreUnavailable.class, () -> client.call(COUNTED_READ));
        assertEquals(3, count());
    }

    @Test
    void several_calls_share_one_deadline() {
        Command<Long> busy = command(Script.reading("for i = 1, 3000000 do end return 1"));
        assertThrows(
                StoreUnavailable.class,
                () -> client.withDeadline(deadline -> {
                    while (!deadline.hasExpired()) {
                        client.call(busy, deadline);
                    }
                    return client.call(busy, deadline);
                }));
    }

    @Test
    void a_value_of_another_type_is_unreadable_and_the_client_goes_on() {
        server.ask(jedis -> jedis.lpush(COUNTER, CANARY));
        Command<Long> read = Command.onKey(Protocol.Command.HLEN, COUNTER, Reply::number);
        assertRepeatsNothing(assertThrows(UnreadableValue.class, () -> client.call(read)));
        client.check();
    }

    @Test
    void an_error_reply_fails_the_call_with_its_code_and_nothing_else() {
        Script script = Script.writing("return redis.error_reply('MYERROR ' .. ARGV[1])");
        StoreUnavailable error = assertThrows(
                StoreUnavailable.class,
                () -> client.call(script.onKeys(List.of(COUNTER), List.of(CANARY), Reply::number)));
        assertRepeatsNothing(error);
        assertTrue(String.valueOf(error.getMessage()).contains("MYERROR"), error.getMessage());
    }

    @Test
    void a_reply_of_another_type_than_the_command_fails_the_call() {
        server.ask(jedis -> jedis.set(COUNTER, CANARY));
        Command<Long> read = Command.onKey(Protocol.Command.GET, COUNTER, Reply::number);
        assertRepeatsNothing(assertThrows(StoreUnavailable.class, () -> client.call(read)));
        client.check();
    }

    private static Command<Long> command(Script script) {
        return script.onKeys(List.of(COUNTER), List.of(), Reply::number);
    }

    private long count() {
        return Long.parseLong(server.ask(jedis -> jedis.get(COUNTER)));
    }

    private static void assertRepeatsNothing(RuntimeException error) {
        assertFalse(String.valueOf(error.getMessage()).contains(CANARY));
        assertNull(error.getCause());
    }
}
