package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;

/** The facts of a {@link RedisStore}: the fields of one hash. Thread-safe. */
final class RedisVaultMetadata implements VaultMetadata {

    private static final String VAULT = "omnibridge:vault";
    private static final int MANY = 1_000;

    private static final Script REPLACE = Script.writing("""
            if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
              return 0
            end
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
            return 1
            """);

    private static final Script REMOVE = Script.writing("""
            if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
              return 0
            end
            return redis.call('HDEL', KEYS[1], ARGV[1])
            """);

    private final RedisClient redis;

    RedisVaultMetadata(RedisClient redis) {
        this.redis = redis;
    }

    @Override
    public Set<String> names() {
        return redis.call(Command.onKey(
                Protocol.Command.HKEYS,
                VAULT,
                reply -> reply.list().stream().map(Reply::text).collect(Collectors.toUnmodifiableSet())));
    }

    @Override
    public Optional<byte[]> find(String name) {
        return redis.call(Command.onKey(Protocol.Command.HGET, VAULT, Reply::optionalBytes, name));
    }

    /** Sent again, it changes nothing: what was not there before is there now. */
    @Override
    public void putIfAbsent(String name, byte[] value) {
        redis.call(Command.onKey(Protocol.Command.HSETNX, VAULT, Reply::number, name, value));
    }

    @Override
    public boolean replace(String name, byte[] expected, byte[] value) {
        return tookPlace(REPLACE, List.of(name, expected, value));
    }

    @Override
    public boolean remove(String name, byte[] expected) {
        return tookPlace(REMOVE, List.of(name, expected));
    }

    @Override
    public boolean holdsUsers() {
        return redis.nodes().stream().anyMatch(this::holdsUsers);
    }

    private boolean holdsUsers(HostAndPort server) {
        KeyPage page = redis.callNode(server, KeyPage.heads(KeyPage.BEGINNING, MANY));
        while (page.keys().isEmpty() && !page.isLast()) {
            page = redis.callNode(server, KeyPage.heads(page.next(), MANY));
        }
        return !page.keys().isEmpty();
    }

    private boolean tookPlace(Script script, List<?> arguments) {
        return redis.call(script.onKeys(List.of(VAULT), arguments, reply -> reply.number() == 1));
    }
}
