package io.omnibridge.adapters.store.redis.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** One connection to one server, made when it is first used. Only {@link #cut} may be called by another thread. */
final class RedisConnection {

    private final RedisSocketFactory wire;
    private final Connection connection;
    private final RedisUrl login;
    private boolean greeted;
    private boolean sound;

    RedisConnection(HostAndPort address, RedisSettings settings) {
        this.login = settings.url();
        this.wire =
                new RedisSocketFactory(address, login.tls(), settings.limits().deadline());
        this.connection = new Connection(wire);
    }

    /**
     * Asks, and reads the answer.
     *
     * @param asking whether the server is told that the slot is on its way to it
     * @throws NodeUnreachable if there was none
     * @throws AuthenticationFailed if the server did not let this node in
     * @throws JedisDataException if the server refused
     */
    <T> T ask(Command<T> command, boolean asking) {
        sound = false;
        try {
            greet();
            T answer = answer(command, asking);
            sound = true;
            return answer;
        } catch (JedisDataException e) {
            sound = greeted;
            throw e;
        } catch (UnreadableValue | AuthenticationFailed e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Whatever a server sends must not end more than the call. What went wrong may repeat it.
            throw new NodeUnreachable("the server did not answer in time, or not in its protocol");
        }
    }

    /** Whether the next answer will be the one to the next question. */
    boolean isSound() {
        return sound && !wire.isCut();
    }

    boolean isCut() {
        return wire.isCut();
    }

    void cut() {
        wire.cut();
    }

    private <T> T answer(Command<T> command, boolean asking) {
        try {
            return command.reading().apply(send(command.arguments(), asking));
        } catch (JedisNoScriptException e) {
            Optional<CommandArguments> again = command.again();
            return command.reading().apply(send(again.orElseThrow(() -> e), asking));
        }
    }

    private Reply send(CommandArguments arguments, boolean asking) {
        if (asking) {
            connection.executeCommand(Protocol.Command.ASKING);
        }
        return new Reply(connection.executeCommand(arguments));
    }

    private void greet() {
        if (greeted) {
            return;
        }
        try {
            login.password().ifPresent(this::authenticate);
            if (login.database() != 0) {
                connection.executeCommand(new CommandArguments(Protocol.Command.SELECT).add(login.database()));
            }
            greeted = true;
        } catch (JedisDataException e) {
            throw RedisErrors.isOfEverybody(e) ? e : new AuthenticationFailed();
        }
    }

    private void authenticate(String password) {
        List<String> credentials = new ArrayList<>(login.user().stream().toList());
        credentials.add(password);
        connection.executeCommand(new CommandArguments(Protocol.Command.AUTH).addObjects(credentials));
    }
}
