package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.decision.Decision;
import io.omnibridge.adapters.store.record.RecordedEvent;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.OptionalLong;

/** The records of a {@link RedisStore}. Every event is kept. Thread-safe. */
final class RedisAuditTrail implements AuditTrail {

    private final Redis redis;
    private final UserWrites writes;

    RedisAuditTrail(Redis redis, UserWrites writes) {
        this.redis = redis;
        this.writes = writes;
    }

    @Override
    public void record(AuditEvent event) {
        writes.write(event.action(), Decision.record(event.outcome()));
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        List<RecordedEvent> events = redis.call(RecordCommands.newestFirst(user, before, limit));
        return new AuditPage(events.stream().map(RecordedEvent::event).toList(), next(events));
    }

    /** Where the page after {@code events} begins; positions have no gap, so it is the last one that holds the first. */
    private static OptionalLong next(List<RecordedEvent> events) {
        long oldest = events.isEmpty() ? 1 : events.get(events.size() - 1).position();
        return oldest > 1 ? OptionalLong.of(oldest) : OptionalLong.empty();
    }
}
