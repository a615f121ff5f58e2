package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;

/** The metadata of a vault in Redis: the fields of one hash. Thread-safe. */
final class RedisVaultMetadata implements VaultMetadata {

    static final String KEY = "omnibridge:vault_metadata";
    private static final int KEYS_A_PAGE = 1_000;

    private final RedisClient redis;

    RedisVaultMetadata(RedisClient redis) {
        this.redis = redis;
    }

    @Override
    public Set<String> names() {
        return redis.call(Command.onKey(
                Protocol.Command.HKEYS,
                KEY,
                reply -> reply.list().stream().map(Reply::text).collect(Collectors.toUnmodifiableSet())));
    }

    @Override
    public Optional<byte[]> find(String name) {
        return redis.call(Command.onKey(Protocol.Command.HGET, KEY, Reply::optionalBytes, name));
    }

    @Override
    public boolean compareAndSet(String name, Optional<byte[]> expected, Optional<byte[]> next) {
        HashField field = new HashField(KEY, name);
        if (expected.isEmpty()) {
            return redis.call(field.putIfAbsent(next.orElseThrow()));
        }
        return redis.call(next.isPresent() ? field.replace(expected.get(), next.get()) : field.remove(expected.get()));
    }

    @Override
    public boolean hasUsers() {
        return redis.nodes().stream().anyMatch(this::hasUsers);
    }

    private boolean hasUsers(HostAndPort server) {
        KeyPage page = redis.callNode(server, KeyPage.users(KeyPage.BEGINNING, KEYS_A_PAGE));
        while (page.keys().isEmpty() && !page.isLast()) {
            page = redis.callNode(server, KeyPage.users(page.next(), KEYS_A_PAGE));
        }
        return !page.keys().isEmpty();
    }
}
