package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.facts.VaultFacts;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;

/** The facts of a {@link RedisStore}: the fields of one hash. Thread-safe. */
final class RedisFacts implements VaultFacts {

    private static final String VAULT = "omnibridge:vault";
    private static final int MANY = 1_000;

    private final Redis redis;

    RedisFacts(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Set<String> names() {
        return redis.call(Command.read(
                Protocol.Command.HKEYS,
                VAULT,
                reply -> reply.list().stream().map(Reply::text).collect(Collectors.toUnmodifiableSet())));
    }

    @Override
    public Optional<byte[]> find(String name) {
        return redis.call(Command.read(Protocol.Command.HGET, VAULT, Reply::optionalBytes, name));
    }

    /** Sent again, it changes nothing: what was not there before is there now. */
    @Override
    public void putIfAbsent(String name, byte[] value) {
        redis.call(Command.read(Protocol.Command.HSETNX, VAULT, Reply::number, name, value));
    }

    @Override
    public boolean holdsUsers() {
        return redis.servers().stream().anyMatch(this::holdsUsers);
    }

    private boolean holdsUsers(HostAndPort server) {
        ScanPage page = redis.callAt(server, ScanPage.heads(ScanPage.BEGINNING, MANY));
        while (page.keys().isEmpty() && !page.isLast()) {
            page = redis.callAt(server, ScanPage.heads(page.next(), MANY));
        }
        return !page.keys().isEmpty();
    }
}
