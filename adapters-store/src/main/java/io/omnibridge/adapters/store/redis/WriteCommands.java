package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.codec.AttemptCodec;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.connect.AttemptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The two steps of a write: what it is decided on, and what it does. Each is one script, and so one step of the server. */
final class WriteCommands {

    /** State, beginning and expiry are the third line of an attempt and those that follow, as AttemptCodec writes them. */
    private static final Script HOLDING = Script.reading("""
            local pending, recent = 0, 0
            if ARGV[3] ~= '' then
              for _, attempt in ipairs(redis.call('HVALS', KEYS[3])) do
                local state, begun, expiry = string.match(attempt, '^[^\\n]*\\n[^\\n]*\\n([^\\n]*)\\n(%d+)\\n(%d+)\\n')
                if state == 'PENDING' and tonumber(expiry) > tonumber(ARGV[3]) then
                  pending = pending + 1
                end
                if begun and tonumber(begun) > tonumber(ARGV[5]) then
                  recent = recent + 1
                end
              end
            end
            return {redis.call('HLEN', KEYS[2]),
                    redis.call('HMGET', KEYS[1], 'count', 'mac', 'moves'),
                    redis.call('HGET', KEYS[2], ARGV[1]),
                    KEYS[3] and redis.call('HGET', KEYS[3], ARGV[2]) or false,
                    pending,
                    recent,
                    redis.call('HEXISTS', KEYS[1], ARGV[4])}
            """);

    /**
     * A script that fails stays done as far as it came, so whatever can fail comes before the first change: memory that ran
     * out is noticed at the first change at the latest, and a key of another type by reading it.
     */
    private static final Script WRITE = Script.writing("""
            local head = redis.call('HMGET', KEYS[1], 'count', 'mac', 'moves')
            if (head[1] or '0') ~= ARGV[1] or (head[2] or '') ~= ARGV[2] or (head[3] or '0') ~= ARGV[3] then
              return 0
            end
            redis.call('HLEN', KEYS[2])
            redis.call('HLEN', KEYS[3])
            if KEYS[5] then
              redis.call('HLEN', KEYS[5])
            end
            redis.call('XADD', KEYS[4], ARGV[4] .. '-0', unpack(ARGV, 19))
            redis.call('HSET', KEYS[1], 'count', ARGV[4], 'mac', ARGV[5])
            if ARGV[6] == 'put' then
              redis.call('HSET', KEYS[2], ARGV[7], ARGV[8])
              redis.call('HSET', KEYS[3], ARGV[7], ARGV[9])
            elseif ARGV[6] == 'show' then
              redis.call('HSET', KEYS[2], ARGV[7], ARGV[8])
            elseif ARGV[6] == 'remove' then
              redis.call('HDEL', KEYS[2], ARGV[7])
              redis.call('HDEL', KEYS[3], ARGV[7])
            end
            if ARGV[10] == 'begin' then
              local attempts = redis.call('HGETALL', KEYS[5])
              for i = 1, #attempts, 2 do
                local begun = string.match(attempts[i + 1], '^[^\\n]*\\n[^\\n]*\\n[^\\n]*\\n([^\\n]*)\\n')
                if not begun or tonumber(begun) < tonumber(ARGV[13]) then
                  redis.call('HDEL', KEYS[5], attempts[i])
                end
              end
            end
            if ARGV[10] ~= '' then
              redis.call('HSET', KEYS[5], ARGV[11], ARGV[12])
            end
            if ARGV[10] == 'begin' then
              redis.call('PEXPIRE', KEYS[5], ARGV[14])
            end
            if ARGV[15] ~= '' then
              local owed = redis.call('HGETALL', KEYS[1])
              for i = 1, #owed, 2 do
                if string.sub(owed[i], 1, 5) == 'owed:' and string.sub(owed[i + 1], 1, #ARGV[15]) == ARGV[15] then
                  redis.call('HDEL', KEYS[1], owed[i])
                end
              end
            end
            if ARGV[16] ~= '' then
              redis.call('HSET', KEYS[1], ARGV[16], ARGV[17])
            end
            if ARGV[18] ~= '' then
              redis.call('HDEL', KEYS[1], ARGV[18])
            end
            return 1
            """);

    /** What no account, attempt and obligation has as its field. */
    private static final String NO_FIELD = "";

    private WriteCommands() {}

    /** Reads as much as {@code subject} says, at one moment. */
    static Command<UserSnapshot> snapshot(SnapshotScope subject) {
        UserKeys keys = UserKeys.of(subject.user());
        return HOLDING.onKeys(
                subject.attempt().isPresent() || subject.pendingAt().isPresent()
                        ? List.of(keys.head(), keys.accounts(), keys.attempts())
                        : List.of(keys.head(), keys.accounts()),
                List.of(
                        subject.account().map(AccountEntry::field).orElse(NO_FIELD),
                        subject.attempt().map(AttemptId::value).orElse(NO_FIELD),
                        subject.pendingAt()
                                .map(time -> Long.toString(time.toEpochMilli()))
                                .orElse(""),
                        subject.pendingRevocation().map(RevocationEntry::field).orElse(NO_FIELD),
                        subject.pendingAt()
                                .map(time -> Long.toString(
                                        time.minus(AttemptChange.RETENTION).toEpochMilli()))
                                .orElse("")),
                reply -> Row.read(() -> snapshot(subject, reply.list(7))));
    }

    /**
     * Changes and records everything where the user's record still ends as in {@code snapshot}, and nothing was changed beside
     * it; answers whether it did.
     */
    static Command<Boolean> write(UserSnapshot snapshot, StoredChainHead head, Changes changes, AuditEvent event) {
        UserKeys keys = UserKeys.of(event.action().user());
        List<Object> arguments = new ArrayList<>(List.of(
                snapshot.head().count(),
                snapshot.head().mac().toBytes(),
                snapshot.unrecordedChanges(),
                head.count(),
                head.mac().toBytes()));
        arguments.addAll(ChangeArguments.of(changes.account()));
        arguments.addAll(ChangeArguments.of(changes.attempt()));
        arguments.addAll(ChangeArguments.of(changes.revocations()));
        arguments.addAll(EventEntry.fields(event, head.mac()));
        return WRITE.onKeys(
                changes.attempt() instanceof AttemptChange.None
                        ? List.of(keys.head(), keys.accounts(), keys.sealed(), keys.record())
                        : List.of(keys.head(), keys.accounts(), keys.sealed(), keys.record(), keys.attempts()),
                arguments,
                reply -> reply.number() == 1);
    }

    private static UserSnapshot snapshot(SnapshotScope subject, List<Reply> parts) {
        List<Reply> head = parts.get(1).list(3);
        Optional<AccountMetadata> account = subject.account()
                .flatMap(key -> parts.get(2).optionalText().map(value -> AccountEntry.metadata(key, value)));
        return new UserSnapshot(
                parts.get(0).number(),
                AuditLogCommands.head(head.subList(0, 2)),
                Long.parseLong(head.get(2).optionalText().orElse("0")),
                account.map(UserSnapshot.LinkedAccount::of),
                revision(subject, parts.get(3)),
                parts.get(4).number(),
                parts.get(5).number(),
                parts.get(6).number() == 1);
    }

    private static OptionalLong revision(SnapshotScope subject, Reply attempt) {
        return subject.attempt()
                .flatMap(id -> attempt.optionalText().map(text -> AttemptCodec.parse(subject.user(), id, text)))
                .map(found -> OptionalLong.of(found.revision()))
                .orElseGet(OptionalLong::empty);
    }
}
