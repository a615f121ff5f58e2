package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.store.redis.StoredAuditLog;
import io.omnibridge.domain.identity.UserId;

/** Tampers with a user's audit log by Redis commands. */
record RedisTampering(RedisProcess server, UserId user) implements Tampering {

    @Override
    public void change(int position) {
        auditLog().with(position, "request", "forged").write();
    }

    @Override
    public void swap(int first, int second) {
        auditLog().swapped(first, second).write();
    }

    @Override
    public void remove(int position) {
        auditLog().without(position).write();
    }

    @Override
    public void truncateAfter(int position) {
        auditLog().upTo(position).writeWithHead();
    }

    @Override
    public void removeHead() {
        auditLog().removeHead();
    }

    private StoredAuditLog auditLog() {
        return StoredAuditLog.of(server, user);
    }
}
