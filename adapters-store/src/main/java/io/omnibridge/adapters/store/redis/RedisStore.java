package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.ChainedAuditLog;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.redis.client.RedisSettings;
import io.omnibridge.adapters.store.vault.DurableStore;
import io.omnibridge.adapters.store.vault.RevocationsByUser;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.UserImport;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.TokenStore;
import java.time.Clock;

/**
 * One Redis, a single server or a cluster, as a store.
 */
public final class RedisStore implements DurableStore {

    private final RedisClient redis;

    private RedisStore(RedisClient redis) {
        this.redis = redis;
    }

    /**
     * Waits for Redis, and opens it. Whether it is a cluster, the server itself says. Warns in the log where a server is set
     * up to lose what it acknowledged.
     *
     * @throws StoreCannotStart if a setting is wrong, or Redis was not there in time
     */
    public static RedisStore open(RedisSettings settings, Clock clock) {
        return new RedisStore(RedisClient.connect(settings, clock));
    }

    @Override
    public TokenStore tokenStore(AuditChain chain) {
        return new RedisTokenStore(redis, new UserWrites(redis, chain));
    }

    @Override
    public AuditLog auditLog(AuditChain chain) {
        return new RedisAuditLog(redis, new UserWrites(redis, chain));
    }

    @Override
    public ConnectAttempts connectAttempts(AuditChain chain) {
        return new RedisAttempts(redis, new UserWrites(redis, chain));
    }

    @Override
    public PendingRevocations pendingRevocations(AuditChain chain) {
        return new RedisPendingRevocations(redis, new UserWrites(redis, chain));
    }

    @Override
    public RevocationsByUser owed() {
        return user -> redis.call(RevocationCommands.all(user));
    }

    @Override
    public AccountScan scan() {
        return new RedisAccountScan(redis);
    }

    @Override
    public ChainedAuditLog records() {
        return new RedisChainedAuditLog(redis);
    }

    @Override
    public UserImport userImport() {
        return new RedisImport(redis);
    }

    @Override
    public VaultMetadata metadata() {
        return new RedisVaultMetadata(redis);
    }

    @Override
    public StoreHealth health() {
        return redis;
    }

    @Override
    public void close() {
        redis.close();
    }
}
