package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.failure.CauseChain;
import io.omnibridge.adapters.store.failure.ConnectionFailure;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * One connection to one node. It connects and authenticates at its first call. Not thread-safe, except that another thread
 * may {@link #cut} it at any time.
 */
final class RedisConnection {

    private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);

    private final RedisSocketFactory socket;
    private final Connection connection;
    private final RedisSettings settings;
    private boolean authenticated;
    private boolean inSync;

    RedisConnection(HostAndPort address, RedisSettings settings) {
        this.settings = settings;
        this.socket = new RedisSocketFactory(address, settings);
        this.connection = new Connection(socket);
    }

    /**
     * Sends the command and reads its reply.
     *
     * @param asking whether ASKING goes first: the node is importing the slot
     * @throws NodeUnreachable if no reply arrived
     * @throws AuthenticationFailed if the node rejected the user, the password or the database
     * @throws UnreadableValue if the command's parser rejected the value
     * @throws JedisDataException if the node replied with an error
     */
    <T> T call(Command<T> command, boolean asking) {
        inSync = false;
        try {
            authenticate();
            T result = sendAndParse(command, asking);
            inSync = true;
            return result;
        } catch (JedisDataException e) {
            inSync = authenticated;
            throw e;
        } catch (UnreadableValue | AuthenticationFailed e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Bytes from the network may fail this call and nothing else. The cause is dropped: it may repeat them.
            LOG.debug("Redis: {}", CauseChain.of(e));
            throw new NodeUnreachable(ConnectionFailure.inWords(e)
                    .orElse("the server did not reply in time, or not in its protocol; it may expect TLS"));
        }
    }

    /** Returns whether the next reply will belong to the next command. */
    boolean isReusable() {
        return inSync && !socket.isCut();
    }

    void cut() {
        socket.cut();
    }

    private <T> T sendAndParse(Command<T> command, boolean asking) {
        try {
            return command.parser().apply(send(command.ahead(), command.arguments(), asking));
        } catch (JedisNoScriptException e) {
            Optional<CommandArguments> fallback = command.fallback();
            return command.parser().apply(send(Optional.empty(), fallback.orElseThrow(() -> e), asking));
        }
    }

    private Reply send(Optional<CommandArguments> ahead, CommandArguments arguments, boolean asking) {
        if (asking) {
            connection.executeCommand(Protocol.Command.ASKING);
        }
        ahead.ifPresent(connection::sendCommand);
        connection.sendCommand(arguments);
        if (ahead.isPresent()) {
            dropReply();
        }
        return new Reply(connection.getOne());
    }

    /** After an error, also reads the reply that follows, so that the next reply belongs to the next command. */
    private void dropReply() {
        try {
            connection.getOne();
        } catch (JedisDataException e) {
            try {
                connection.getOne();
            } catch (JedisDataException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private void authenticate() {
        if (authenticated) {
            return;
        }
        new RedisLogin(connection, settings.login().get()).send();
        authenticated = true;
    }
}
