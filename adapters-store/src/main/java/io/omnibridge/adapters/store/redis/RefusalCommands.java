package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.Protocol;

/**
 * Commands that count refusals and read the counts. The hash has five fields for each kind of request and reason, named like
 * {@code LINK:QUOTA_EXCEEDED:count}. Times are in milliseconds.
 */
final class RefusalCommands {

    private static final String COUNT_FIELD = ":count";

    private static final Script COUNT = Script.writing("""
            local refusals = unpack(KEYS)
            local refusal, at, client, request_id = unpack(ARGV)
            if redis.call('HINCRBY', refusals, refusal .. ':count', 1) == 1 then
              redis.call('HSET', refusals, refusal .. ':first_at', at)
            end
            redis.call('HSET', refusals, refusal .. ':last_at', at, refusal .. ':client', client,
                       refusal .. ':request_id', request_id)
            return 1
            """);

    private RefusalCommands() {}

    static Command<Long> count(AuditEvent refused) {
        AuditedAction action = refused.action();
        return COUNT.onKeys(
                List.of(UserKeys.of(action.user()).refusals()),
                List.of(
                        action.kind() + ":" + refused.outcome(),
                        action.at().toEpochMilli(),
                        action.client().map(ClientId::value).orElse(""),
                        action.requestId().value()),
                Reply::number);
    }

    static Command<List<RefusalCount>> of(UserId user) {
        return Command.onKey(
                Protocol.Command.HGETALL,
                UserKeys.of(user).refusals(),
                reply -> RedisValue.read(() -> refusals(user, fields(reply.list()))));
    }

    private static Map<String, String> fields(List<Reply> namesAndValues) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            fields.put(namesAndValues.get(i).text(), namesAndValues.get(i + 1).text());
        }
        return fields;
    }

    private static List<RefusalCount> refusals(UserId user, Map<String, String> fields) {
        return fields.keySet().stream()
                .filter(name -> name.endsWith(COUNT_FIELD))
                .map(name -> refusals(user, name.substring(0, name.length() - COUNT_FIELD.length()), fields))
                .toList();
    }

    private static RefusalCount refusals(UserId user, String refusal, Map<String, String> fields) {
        String[] kindAndOutcome = refusal.split(":", 2);
        String client = field(fields, refusal + ":client");
        AuditedAction last = new AuditedAction(
                ActionKind.valueOf(kindAndOutcome[0]),
                time(fields, refusal + ":last_at"),
                user,
                new Actor.User(client.isEmpty() ? Optional.empty() : Optional.of(new ClientId(client))),
                Optional.empty(),
                Optional.empty(),
                new RequestId(field(fields, refusal + ":request_id")));
        return new RefusalCount(
                last.withOutcome(AuditOutcome.valueOf(kindAndOutcome[1])),
                Long.parseLong(field(fields, refusal + COUNT_FIELD)),
                time(fields, refusal + ":first_at"));
    }

    private static Instant time(Map<String, String> fields, String name) {
        return Instant.ofEpochMilli(Long.parseLong(field(fields, name)));
    }

    private static String field(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow();
    }
}
