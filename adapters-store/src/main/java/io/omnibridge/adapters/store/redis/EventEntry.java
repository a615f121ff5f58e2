package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.codec.ActorCodec;
import io.omnibridge.adapters.store.codec.AuditedAttemptCodec;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Audit event as an entry of a stream, whose id is {@code position-0}. A field of which the event has nothing is empty, and
 * may be missing where an earlier version wrote the entry. Times are in milliseconds. */
final class EventEntry {

    private static final String ID_END = "-0";

    private EventEntry() {}

    /** Returns names and values in turn. */
    static List<Object> fields(ChainedEvent chained) {
        AuditEvent event = chained.event();
        AuditedAction action = event.action();
        return List.of(
                "kind",
                action.kind().name(),
                "outcome",
                event.outcome().name(),
                "at",
                action.at().toEpochMilli(),
                "actor",
                ActorCodec.kind(action.actor()).orElse(""),
                "actor_name",
                ActorCodec.name(action.actor()).orElse(""),
                "client",
                action.client().map(ClientId::value).orElse(""),
                "account",
                action.account().map(AccountCodec::name).orElse(""),
                "attempt",
                action.attempt().map(AuditedAttemptCodec::id).orElse(""),
                "attempt_provider",
                action.attempt().map(AuditedAttemptCodec::provider).orElse(""),
                "reason",
                action.attempt().flatMap(AuditedAttemptCodec::failure).orElse(""),
                "lease",
                action.lease().map(LeaseId::value).orElse(""),
                "request",
                action.requestId().value(),
                "mac",
                chained.mac().toBytes());
    }

    /** @param entry the entry's id, and its fields */
    static ChainedEvent event(UserId user, Reply entry) {
        List<Reply> idAndFields = entry.list(2);
        Map<String, byte[]> fields = map(idAndFields.get(1).list());
        AuditedAction action = new AuditedAction(
                ActionKind.valueOf(text(fields, "kind")),
                Instant.ofEpochMilli(Long.parseLong(text(fields, "at"))),
                user,
                ActorCodec.parse(optional(fields, "actor"), optional(fields, "actor_name"), optional(fields, "client")),
                optional(fields, "account").map(field -> AccountCodec.key(user, field)),
                AuditedAttemptCodec.parse(
                        optional(fields, "attempt"), optional(fields, "attempt_provider"), optional(fields, "reason")),
                optional(fields, "lease").map(LeaseId::new),
                new RequestId(text(fields, "request")));
        return new ChainedEvent(
                position(idAndFields.get(0).text()),
                action.withOutcome(AuditOutcome.valueOf(text(fields, "outcome"))),
                new EventMac(value(fields, "mac")));
    }

    /** Reads an id such as {@code 12-0}. OmniBridge writes no other id at that position. */
    static long position(String id) {
        InvalidValue.unless(id.endsWith(ID_END), "must end with " + ID_END);
        return Long.parseLong(id.substring(0, id.length() - ID_END.length()));
    }

    static Map<String, byte[]> map(List<Reply> namesAndValues) {
        Map<String, byte[]> fields = new HashMap<>();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            fields.put(namesAndValues.get(i).text(), namesAndValues.get(i + 1).bytes());
        }
        return fields;
    }

    static byte[] value(Map<String, byte[]> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow();
    }

    static String text(Map<String, byte[]> fields, String name) {
        return new String(value(fields, name), StandardCharsets.UTF_8);
    }

    private static Optional<String> optional(Map<String, byte[]> fields, String name) {
        return fields.containsKey(name)
                ? Optional.of(text(fields, name)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
