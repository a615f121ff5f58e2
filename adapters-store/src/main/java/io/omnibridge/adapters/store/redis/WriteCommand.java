package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.codec.AttemptCodec;
import io.omnibridge.adapters.store.codec.RevocationCodec;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.spi.AccountChange;
import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.adapters.store.spi.RevocationChanges;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.adapters.store.spi.UserWrite;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.ArrayList;
import java.util.List;

/** Applies a {@link UserWrite}: one script, so one step of the server. */
final class WriteCommand {

    /**
     * A script that fails keeps what it did, so everything that can fail comes before the first change: Redis notices that its memory is
     * full at the first change at the latest, and a key of another type when the key is read.
     */
    private static final Script WRITE = Script.writing("""
            local user, accounts, sealed, audit_log, attempts, attempts_by_begin, attempts_pending = unpack(KEYS)
            local expected_position, expected_mac, expected_changes = ARGV[1], ARGV[2], ARGV[3]
            local position, mac = ARGV[4], ARGV[5]
            local account_change, account, account_json, account_sealed = ARGV[6], ARGV[7], ARGV[8], ARGV[9]
            local attempt_change, attempt, attempt_json, attempt_expires_at = ARGV[10], ARGV[11], ARGV[12], ARGV[13]
            local begun_at, outdated_before, attempts_ttl = ARGV[14], ARGV[15], ARGV[16]
            local cancelled_account, cancelled_unknown = ARGV[17], ARGV[18]
            local added, added_json, completed = ARGV[19], ARGV[20], ARGV[21]
            local first_event_field = 22

            local stored = redis.call('HMGET', user, 'chain_head_position', 'chain_head_mac', 'unrecorded_changes')
            if (stored[1] or '0') ~= expected_position or (stored[2] or '') ~= expected_mac
                or (stored[3] or '0') ~= expected_changes then
              return 0
            end
            redis.call('HLEN', accounts)
            redis.call('HLEN', sealed)
            if attempts then
              redis.call('HLEN', attempts)
              redis.call('ZCARD', attempts_by_begin)
              redis.call('ZCARD', attempts_pending)
            end

            redis.call('XADD', audit_log, position .. '-0', unpack(ARGV, first_event_field))
            redis.call('HSET', user, 'chain_head_position', position, 'chain_head_mac', mac)

            if account_change == 'put' then
              redis.call('HSET', accounts, account, account_json)
              redis.call('HSET', sealed, account, account_sealed)
            elseif account_change == 'put_metadata' then
              redis.call('HSET', accounts, account, account_json)
            elseif account_change == 'remove' then
              redis.call('HDEL', accounts, account)
              redis.call('HDEL', sealed, account)
            end

            if attempt_change == 'begin' then
              for _, outdated in ipairs(redis.call('ZRANGEBYSCORE', attempts_by_begin, '-inf', '(' .. outdated_before)) do
                redis.call('HDEL', attempts, outdated)
                redis.call('ZREM', attempts_by_begin, outdated)
                redis.call('ZREM', attempts_pending, outdated)
              end
              redis.call('HSET', attempts, attempt, attempt_json)
              redis.call('ZADD', attempts_by_begin, begun_at, attempt)
              redis.call('ZADD', attempts_pending, attempt_expires_at, attempt)
              redis.call('PEXPIRE', attempts, attempts_ttl)
              redis.call('PEXPIRE', attempts_by_begin, attempts_ttl)
              redis.call('PEXPIRE', attempts_pending, attempts_ttl)
            elseif attempt_change == 'proceed' then
              redis.call('HSET', attempts, attempt, attempt_json)
              redis.call('ZREM', attempts_pending, attempt)
            end

            if cancelled_account ~= '' then
              local fields = redis.call('HGETALL', user)
              for i = 1, #fields, 2 do
                if string.sub(fields[i], 1, 19) == 'pending_revocation:' then
                  local readable, revocation = pcall(cjson.decode, fields[i + 1])
                  if readable and type(revocation) == 'table' and revocation.scope == 'GRANT'
                      and (revocation.account == cancelled_account or revocation.account == cancelled_unknown) then
                    redis.call('HDEL', user, fields[i])
                  end
                end
              end
            end
            if added ~= '' then
              redis.call('HSET', user, added, added_json)
            end
            if completed ~= '' then
              redis.call('HDEL', user, completed)
            end
            return 1
            """);

    private WriteCommand() {}

    /** Returns whether the write took place. */
    static Command<Boolean> of(UserWrite write) {
        List<Object> arguments = new ArrayList<>();
        arguments.addAll(heads(write));
        arguments.addAll(account(write.changes().account()));
        arguments.addAll(attempt(write.changes().attempt()));
        arguments.addAll(revocations(write.changes().revocations()));
        arguments.addAll(EventEntry.fields(write.event()));
        UserKeys keys = UserKeys.of(write.user());
        return WRITE.onKeys(
                write.changes().attempt() instanceof AttemptChange.None
                        ? List.of(keys.user(), keys.accounts(), keys.sealed(), keys.auditLog())
                        : keys.all(),
                arguments,
                reply -> reply.number() == 1);
    }

    /** From {@code expected_position} to {@code mac}. */
    private static List<Object> heads(UserWrite write) {
        UserSnapshot snapshot = write.snapshot();
        return List.of(
                snapshot.head().count(),
                snapshot.head().mac().toBytes(),
                snapshot.unrecordedChanges(),
                write.head().count(),
                write.head().mac().toBytes());
    }

    /** From {@code account_change} to {@code account_sealed}. */
    private static List<Object> account(AccountChange change) {
        if (change instanceof AccountChange.Add add) {
            return put(add.account());
        }
        if (change instanceof AccountChange.Replace replace) {
            return put(replace.account());
        }
        if (change instanceof AccountChange.ReplaceMetadata replace) {
            return List.of(
                    "put_metadata", AccountCodec.name(replace.account().key()), AccountCodec.of(replace.account()), "");
        }
        return change instanceof AccountChange.Remove remove
                ? List.of("remove", AccountCodec.name(remove.key()), "", "")
                : List.of("", "", "", "");
    }

    private static List<Object> put(Account account) {
        return List.of(
                "put",
                AccountCodec.name(account.key()),
                AccountCodec.of(account.metadata()),
                account.credentials().toBytes());
    }

    /** From {@code attempt_change} to {@code attempts_ttl}. */
    private static List<Object> attempt(AttemptChange change) {
        if (change instanceof AttemptChange.Begin begin) {
            ConnectAttempt attempt = begin.attempt();
            return List.of(
                    "begin",
                    attempt.id().value(),
                    AttemptCodec.of(attempt),
                    attempt.expiresAt().toEpochMilli(),
                    attempt.begunAt().toEpochMilli(),
                    begin.outdatedBefore().toEpochMilli(),
                    AttemptCommands.TTL.toMillis());
        }
        return change instanceof AttemptChange.Proceed proceed
                ? List.of("proceed", proceed.next().id().value(), AttemptCodec.of(proceed.next()), "", "", "", "")
                : List.of("", "", "", "", "", "", "");
    }

    /** From {@code cancelled_account} to {@code completed}. */
    private static List<Object> revocations(RevocationChanges changes) {
        List<String> cancelled = changes.cancelledKeys().map(AccountCodec::name).toList();
        return List.of(
                cancelled.isEmpty() ? "" : cancelled.get(0),
                cancelled.isEmpty() ? "" : cancelled.get(1),
                changes.added().map(added -> UserFields.revocation(added.id())).orElse(""),
                changes.added().map(RevocationCodec::of).orElse(""),
                changes.completed().map(UserFields::revocation).orElse(""));
    }
}
