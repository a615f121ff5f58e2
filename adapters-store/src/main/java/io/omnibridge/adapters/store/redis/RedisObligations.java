package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.decision.ObligationDecisions;
import io.omnibridge.adapters.store.decision.Subject;
import io.omnibridge.application.port.Obligations;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.Obligation;

/** The obligations of a {@link RedisStore}. Thread-safe. */
final class RedisObligations implements Obligations {

    private final Redis redis;
    private final UserWrites writes;

    RedisObligations(Redis redis, UserWrites writes) {
        this.redis = redis;
        this.writes = writes;
    }

    @Override
    public boolean add(Obligation obligation, AuditedAction action) {
        return writes.write(action, subject(obligation), ObligationDecisions.add(obligation));
    }

    @Override
    public boolean replace(Obligation former, Obligation next) {
        return redis.call(OwedCommands.replace(former, next));
    }

    @Override
    public boolean settle(Obligation obligation, AuditEvent event) {
        return writes.write(
                event.action(), subject(obligation), ObligationDecisions.settle(obligation, event.outcome()));
    }

    private static Subject subject(Obligation obligation) {
        return Subject.of(obligation.account()).with(obligation.id());
    }
}
