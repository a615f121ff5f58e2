package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.identity.UserId;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * Migration of one user's hash slot between two nodes of a cluster, step by step.
 *
 * @param from port of the node that has the slot
 * @param to port of the node that gets it
 */
record SlotMove(RedisClusterProcesses cluster, UserId user, int from, int to) {

    /** Prepares a move from the node that has the user's keys to another node. */
    static SlotMove away(RedisClusterProcesses cluster, UserId user) {
        int from = cluster.ports().stream()
                .filter(port -> hasUser(port, user))
                .findFirst()
                .orElseThrow();
        int to = cluster.ports().stream()
                .filter(port -> port != from)
                .findFirst()
                .orElseThrow();
        return new SlotMove(cluster, user, from, to);
    }

    static SlotMove to(RedisClusterProcesses cluster, UserId user, int to) {
        return new SlotMove(cluster, user, away(cluster, user).from(), to);
    }

    static int slot(UserId user) {
        return JedisClusterCRC16.getSlot(UserKeys.of(user).user());
    }

    /** From now on the old node replies with ASK for keys that it does not have. */
    void announce() {
        setSlot(to, "IMPORTING", id(from));
        setSlot(from, "MIGRATING", id(to));
    }

    void moveKeys() {
        for (String key : UserKeys.of(user).all()) {
            RedisProcess.ask(from, jedis -> jedis.migrate("127.0.0.1", to, key, 0, 1_000));
        }
    }

    /** From now on the old node replies with MOVED. */
    void finish() {
        cluster.ports().forEach(port -> setSlot(port, "NODE", id(to)));
    }

    private static boolean hasUser(int port, UserId user) {
        return RedisProcess.ask(
                port, jedis -> jedis.keys("*").contains(UserKeys.of(user).user()));
    }

    private void setSlot(int port, String state, String id) {
        RedisProcess.ask(
                port,
                jedis -> jedis.sendCommand(
                        Protocol.Command.CLUSTER, "SETSLOT", Integer.toString(slot(user)), state, id));
    }

    private static String id(int port) {
        return RedisProcess.ask(port, jedis -> jedis.clusterMyId());
    }
}
