package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.write.AttemptDecisions;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Optional;

/** The attempts of a {@link RedisStore}: the old ones of a user go when a new one comes, or by themselves. Thread-safe. */
final class RedisAttempts implements ConnectAttempts {

    private final RedisClient redis;
    private final UserWrites writes;

    RedisAttempts(RedisClient redis, UserWrites writes) {
        this.redis = redis;
        this.writes = writes;
    }

    /** The way back is there before the attempt is: it leads nowhere until then. */
    @Override
    public boolean begin(ConnectAttempt attempt, int maxPending, AuditedAction action) {
        SnapshotScope subject = SnapshotScope.of(attempt.owner()).pendingAt(attempt.begunAt());
        return redis.withDeadline(deadline -> {
            redis.call(AttemptCommands.keepWayBack(attempt), deadline);
            boolean begun = writes.write(action, subject, AttemptDecisions.begin(attempt, maxPending), deadline);
            if (!begun) {
                redis.call(AttemptCommands.removeWayBack(attempt.oauthState()), deadline);
            }
            return begun;
        });
    }

    @Override
    public Optional<ConnectAttempt> find(UserId owner, AttemptId id) {
        return redis.call(AttemptCommands.find(owner, id));
    }

    @Override
    public Optional<ConnectAttempt> findByState(HashedValue oauthState) {
        return redis.withDeadline(deadline -> redis.call(AttemptCommands.place(oauthState), deadline)
                .flatMap(place -> redis.call(AttemptCommands.find(place.owner(), place.id()), deadline))
                .filter(attempt -> attempt.oauthState().equals(oauthState)));
    }

    @Override
    public boolean proceed(ConnectAttempt next, AuditEvent event) {
        return writes.write(
                event.action(),
                SnapshotScope.of(next.owner()).with(next.id()),
                AttemptDecisions.proceed(next, event.outcome()));
    }

    @Override
    public Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            int quota,
            Optional<PendingRevocation> owed,
            AuditedAction action) {
        return writes.write(
                action,
                SnapshotScope.of(account.key()).with(exchanging.id()),
                AttemptDecisions.complete(exchanging, account, quota, owed));
    }
}
