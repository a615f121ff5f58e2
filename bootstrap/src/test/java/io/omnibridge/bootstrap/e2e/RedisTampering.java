package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.store.redis.StoredAuditLog;
import io.omnibridge.domain.identity.UserId;

/** With commands, which nobody keeps from any key. */
record RedisTampering(RedisProcess server, UserId user) implements Tampering {

    @Override
    public void change(int position) {
        record().with(position, "request", "forged").write();
    }

    @Override
    public void swap(int first, int second) {
        record().swapped(first, second).write();
    }

    @Override
    public void remove(int position) {
        record().without(position).write();
    }

    @Override
    public void cutBehind(int position) {
        record().upTo(position).writeWithHead();
    }

    @Override
    public void removeHead() {
        record().removeHead();
    }

    private StoredAuditLog record() {
        return StoredAuditLog.of(server, user);
    }
}
