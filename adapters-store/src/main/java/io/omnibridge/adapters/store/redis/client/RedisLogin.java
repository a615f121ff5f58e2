package io.omnibridge.adapters.store.redis.client;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/** The first commands on a new connection: the user and the password of the URL, and its database. */
record RedisLogin(Connection connection, RedisUrl url) {

    /**
     * Sends what the URL has.
     *
     * @throws AuthenticationFailed if the node rejects it
     * @throws JedisDataException if the node has no room for the connection
     */
    void send() {
        url.password().ifPresent(password -> send("user or password", authentication(password)));
        if (url.database() != 0) {
            send("database", new CommandArguments(Protocol.Command.SELECT).add(url.database()));
        }
    }

    private void send(String what, CommandArguments command) {
        try {
            connection.executeCommand(command);
        } catch (JedisDataException e) {
            if (RedisErrors.isTooManyClients(e)) {
                throw e;
            }
            throw new AuthenticationFailed(
                    RedisErrors.code(e) + ": the server refused the " + what + " in OMNIBRIDGE_REDIS_URL");
        }
    }

    private CommandArguments authentication(String password) {
        List<String> credentials = new ArrayList<>(url.user().stream().toList());
        credentials.add(password);
        return new CommandArguments(Protocol.Command.AUTH).addObjects(credentials);
    }
}
