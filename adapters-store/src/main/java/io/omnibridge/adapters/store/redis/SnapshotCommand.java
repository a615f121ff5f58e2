package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.codec.AttemptCodec;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.spi.LeaseCounts;
import io.omnibridge.adapters.store.spi.LeaseScope;
import io.omnibridge.adapters.store.spi.LinkedAccount;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.identity.LeaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a {@link UserSnapshot}: one script, so at one moment. */
final class SnapshotCommand {

    private static final Script SNAPSHOT = Script.reading(LeaseScript.COUNT + """
            local user, accounts, attempts, attempts_by_begin, attempts_pending = unpack(KEYS)
            local account, attempt, revocation, pending_at, recent_after, lease, lease_at = unpack(ARGV)
            local leases
            if lease ~= '' or lease_at ~= '' then
              leases, attempts = KEYS[3], nil
            end
            local counted = pending_at ~= ''
            return {redis.call('HLEN', accounts),
                    redis.call('HMGET', user, 'chain_head_position', 'chain_head_mac', 'unrecorded_changes'),
                    redis.call('HGET', accounts, account),
                    attempts and redis.call('HGET', attempts, attempt) or false,
                    counted and redis.call('ZCOUNT', attempts_pending, '(' .. pending_at, '+inf') or 0,
                    counted and redis.call('ZCOUNT', attempts_by_begin, '(' .. recent_after, '+inf') or 0,
                    redis.call('HEXISTS', user, revocation),
                    leases and count_leases(leases, lease, lease_at) or {0, 0, 0}}
            """);

    /** A field that no hash has. */
    private static final String NO_FIELD = "";

    private SnapshotCommand() {}

    static Command<UserSnapshot> of(SnapshotScope scope) {
        return SNAPSHOT.onKeys(
                keys(scope),
                List.of(
                        scope.account().map(AccountCodec::name).orElse(NO_FIELD),
                        scope.attempt().map(AttemptId::value).orElse(NO_FIELD),
                        scope.pendingRevocation().map(UserFields::revocation).orElse(NO_FIELD),
                        millis(scope.openAt()),
                        millis(scope.recentAfter()),
                        scope.leases()
                                .flatMap(LeaseScope::id)
                                .map(LeaseId::value)
                                .orElse(""),
                        millis(scope.leases().flatMap(LeaseScope::at))),
                reply -> RedisValue.read(() -> snapshot(scope, reply.list(8))));
    }

    /** No write asks for both attempts and leases. */
    private static List<String> keys(SnapshotScope scope) {
        UserKeys keys = UserKeys.of(scope.user());
        if (scope.attempt().isPresent() || scope.openAt().isPresent()) {
            return List.of(
                    keys.user(), keys.accounts(), keys.attempts(), keys.attemptsByBegin(), keys.attemptsPending());
        }
        return scope.leases().isPresent()
                ? List.of(keys.user(), keys.accounts(), keys.leases())
                : List.of(keys.user(), keys.accounts());
    }

    private static UserSnapshot snapshot(SnapshotScope scope, List<Reply> parts) {
        List<Reply> user = parts.get(1).list(3);
        return new UserSnapshot(
                parts.get(0).number(),
                UserFields.head(user.get(0), user.get(1)),
                UserFields.number(user.get(2)),
                scope.account()
                        .flatMap(key -> parts.get(2).optionalText().map(json -> AccountCodec.parse(key, json)))
                        .map(LinkedAccount::of),
                revision(scope, parts.get(3)),
                parts.get(4).number(),
                parts.get(5).number(),
                parts.get(6).number() == 1,
                leases(parts.get(7).list(3)));
    }

    private static LeaseCounts leases(List<Reply> counts) {
        return new LeaseCounts(
                counts.get(0).number(), counts.get(1).number(), counts.get(2).number() == 1);
    }

    private static OptionalLong revision(SnapshotScope scope, Reply attempt) {
        return scope.attempt()
                .flatMap(id -> attempt.optionalText().map(json -> AttemptCodec.parse(scope.user(), id, json)))
                .map(found -> OptionalLong.of(found.revision()))
                .orElseGet(OptionalLong::empty);
    }

    private static String millis(Optional<Instant> time) {
        return time.map(instant -> Long.toString(instant.toEpochMilli())).orElse("");
    }
}
