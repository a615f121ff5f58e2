package io.omnibridge.adapters.store.redis.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.vault.StoreLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/** Two commands in one round trip: the server of these tests replies to neither before it has received both. */
@Tag("A26")
class RedisConnectionTest {

    private static final Command<String> FIRST = Command.onKey(Protocol.Command.SET, "index", Reply::text, "value");
    private static final Command<Long> BOTH = Script.writing("return 1")
            .onKeys(List.of("key"), List.of(), Reply::number)
            .after(FIRST);
    private static final Command<Long> NEXT = Command.onKey(Protocol.Command.EXISTS, "next", Reply::number);

    private final ServerSocket server = listen();

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Serves one connection: waits for each word in turn, and then sends the reply that follows it. */
    private RedisConnection connection(String... wordsAndReplies) {
        Thread thread = new Thread(() -> serve(wordsAndReplies), "redis-of-a-test");
        thread.setDaemon(true);
        thread.start();
        StoreLimits limits = new StoreLimits(Duration.ofSeconds(20), 1, Duration.ofSeconds(1));
        RedisUrl url = RedisUrl.parse("redis://127.0.0.1:" + server.getLocalPort());
        return new RedisConnection(
                new HostAndPort("127.0.0.1", server.getLocalPort()), new RedisSettings(url, false, limits));
    }

    private void serve(String... wordsAndReplies) {
        try (Socket socket = server.accept()) {
            StringBuilder received = new StringBuilder();
            for (int i = 0; i < wordsAndReplies.length; i += 2) {
                receive(socket.getInputStream(), received, wordsAndReplies[i]);
                socket.getOutputStream().write(wordsAndReplies[i + 1].getBytes(StandardCharsets.US_ASCII));
            }
            receive(socket.getInputStream(), received, "never");
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void receive(InputStream in, StringBuilder received, String word) throws IOException {
        while (received.indexOf(word) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            received.append((char) next);
        }
    }

    @Test
    void two_commands_take_one_round_trip() {
        RedisConnection connection = connection("EVALSHA", "+OK\r\n:1\r\n", "next", ":7\r\n");

        assertEquals(1, connection.call(BOTH, false));

        assertTrue(connection.isReusable());
        assertEquals(7, connection.call(NEXT, false));
    }

    @Test
    void a_script_that_the_server_does_not_have_is_sent_again_alone() {
        RedisConnection connection =
                connection("EVALSHA", "+OK\r\n-NOSCRIPT No matching script\r\n", "return 1", ":1\r\n");

        assertEquals(1, connection.call(BOTH, false));
    }

    @Test
    void after_an_error_the_next_reply_belongs_to_the_next_command() {
        RedisConnection connection = connection("EVALSHA", "-OOM full\r\n-OOM full\r\n", "next", ":7\r\n");

        assertThrows(JedisDataException.class, () -> connection.call(BOTH, false));

        assertEquals(7, connection.call(NEXT, false));
    }

    @Test
    void after_an_error_of_the_first_alone_too() {
        RedisConnection connection = connection("EVALSHA", "-OOM full\r\n:1\r\n", "next", ":7\r\n");

        assertThrows(JedisDataException.class, () -> connection.call(BOTH, false));

        assertEquals(7, connection.call(NEXT, false));
    }
}
