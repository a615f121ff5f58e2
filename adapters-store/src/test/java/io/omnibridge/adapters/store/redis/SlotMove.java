package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.identity.UserId;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisClusterCRC16;

/** The slot of one user on its way from one server of a cluster to another, step by step. */
record SlotMove(RedisClusterProcesses cluster, UserId user, int from, int to) {

    static SlotMove away(RedisClusterProcesses cluster, UserId user) {
        int from = cluster.ports().stream()
                .filter(port -> has(port, user))
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
        return JedisClusterCRC16.getSlot(UserKeys.of(user).head());
    }

    void announce() {
        setSlot(to, "IMPORTING", id(from));
        setSlot(from, "MIGRATING", id(to));
    }

    void moveKeys() {
        for (String key : UserKeys.of(user).all()) {
            RedisProcess.ask(from, jedis -> jedis.migrate("127.0.0.1", to, key, 0, 1_000));
        }
    }

    void finish() {
        cluster.ports().forEach(port -> setSlot(port, "NODE", id(to)));
    }

    private static boolean has(int port, UserId user) {
        return RedisProcess.ask(
                port, jedis -> jedis.keys("*").contains(UserKeys.of(user).head()));
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
