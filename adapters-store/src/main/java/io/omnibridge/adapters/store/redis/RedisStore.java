package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.deadline.Deadlines;
import io.omnibridge.adapters.store.durable.DurableStore;
import io.omnibridge.adapters.store.durable.OwedByUser;
import io.omnibridge.adapters.store.durable.UserImport;
import io.omnibridge.adapters.store.facts.StoreCannotStart;
import io.omnibridge.adapters.store.facts.VaultFacts;
import io.omnibridge.adapters.store.record.ChainedRecords;
import io.omnibridge.adapters.store.record.RecordChain;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.Obligations;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.TokenStore;
import java.time.Clock;

/**
 * One Redis, a single server or a cluster, as a store.
 */
public final class RedisStore implements DurableStore {

    private final Redis redis;

    private RedisStore(Redis redis) {
        this.redis = redis;
    }

    /**
     * Waits for Redis, and opens it. Whether it is a cluster, the server itself says. Warns in the log where a server is set
     * up to lose what it acknowledged.
     *
     * @throws StoreCannotStart if a setting is wrong, or Redis was not there in time
     */
    public static RedisStore open(RedisSettings settings, Clock clock) {
        Deadlines deadlines = new Deadlines(settings.limits().deadline(), "omnibridge-redis-deadlines");
        Topology topology = new Topology(settings, deadlines);
        Redis redis = new Redis(topology, deadlines);
        try {
            new FirstContact(settings, topology, deadlines, clock).await();
            new Advice(topology, deadlines).give();
            return new RedisStore(redis);
        } catch (RuntimeException e) {
            redis.close();
            throw e;
        }
    }

    @Override
    public TokenStore tokenStore(RecordChain chain) {
        return new RedisTokenStore(redis, new UserWrites(redis, chain));
    }

    @Override
    public AuditTrail auditTrail(RecordChain chain) {
        return new RedisAuditTrail(redis, new UserWrites(redis, chain));
    }

    @Override
    public ConnectAttempts connectAttempts(RecordChain chain) {
        return new RedisAttempts(redis, new UserWrites(redis, chain));
    }

    @Override
    public Obligations obligations(RecordChain chain) {
        return new RedisObligations(redis, new UserWrites(redis, chain));
    }

    @Override
    public OwedByUser owed() {
        return user -> redis.call(OwedCommands.all(user));
    }

    @Override
    public AccountSweep sweep() {
        return new RedisSweep(redis);
    }

    @Override
    public ChainedRecords records() {
        return new RedisRecords(redis);
    }

    @Override
    public UserImport userImport() {
        return new RedisImport(redis);
    }

    @Override
    public VaultFacts facts() {
        return new RedisFacts(redis);
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
