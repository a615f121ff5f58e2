package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.adapters.store.codec.ActorCodec;
import io.omnibridge.adapters.store.codec.AuditedAttemptCodec;
import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bytes over which the MAC of an event is computed. An event without an actor is in format 1, every other one in format 2,
 * which adds the actor, the connect attempt and, if there is one, the lease. The formats never change: stored events would no longer verify.
 */
final class EventMessage {

    static final String FORMAT_1 = "1";

    private static final String FORMAT_2 = "2";
    private static final String PURPOSE = "record";

    private EventMessage() {}

    static byte[] of(String issuer, long position, EventMac previous, AuditEvent event) {
        boolean isFormat1 = event.action().actor() instanceof Actor.Unrecorded;
        List<String> parts = new ArrayList<>(List.of(isFormat1 ? FORMAT_1 : FORMAT_2, PURPOSE, issuer));
        addEvent(parts, position, previous, event);
        if (!isFormat1) {
            addWhatFormat2Adds(parts, event.action());
        }
        return LengthPrefixed.of(parts.toArray(String[]::new));
    }

    private static void addEvent(List<String> parts, long position, EventMac previous, AuditEvent event) {
        AuditedAction action = event.action();
        parts.add(action.user().value());
        parts.add(Long.toString(position));
        parts.add(previous.toHex());
        parts.add(action.kind().name());
        parts.add(Long.toString(action.at().toEpochMilli()));
        parts.add(orEmpty(action.client().map(ClientId::value)));
        parts.add(orEmpty(action.account().map(account -> account.provider().value())));
        parts.add(orEmpty(action.account().map(EventMessage::providerAccountId)));
        parts.add(action.requestId().value());
        parts.add(event.outcome().name());
    }

    private static void addWhatFormat2Adds(List<String> parts, AuditedAction action) {
        parts.add(orEmpty(ActorCodec.kind(action.actor())));
        parts.add(orEmpty(ActorCodec.name(action.actor())));
        parts.add(orEmpty(action.attempt().map(AuditedAttemptCodec::id)));
        parts.add(orEmpty(action.attempt().map(AuditedAttemptCodec::provider)));
        parts.add(orEmpty(action.attempt().flatMap(AuditedAttemptCodec::failure)));
        action.lease().ifPresent(lease -> parts.add(lease.value()));
    }

    private static String providerAccountId(AccountKey account) {
        return account.providerAccountId().value();
    }

    /** An empty text stands for no value, because no value is empty. */
    private static String orEmpty(Optional<String> part) {
        return part.orElse("");
    }
}
