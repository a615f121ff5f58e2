package io.omnibridge.adapters.store.auditlog;

import static io.omnibridge.application.port.Samples.ALICE;

import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.codec.GoldenFile;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.ClientId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Events as earlier builds stored them, with the MACs that those builds computed. */
public final class FormatSamples {

    private FormatSamples() {}

    /** Returns the first events of alice, from before events had an actor. */
    public static List<ChainedEvent> eventsOfFormat1() {
        return GoldenFile.lines(FormatSamples.class, "events-format-1.tsv").stream()
                .map(line -> event(line.split("\t", -1)))
                .toList();
    }

    private static ChainedEvent event(String[] words) {
        AuditedAction action = new AuditedAction(
                ActionKind.valueOf(words[1]),
                Instant.ofEpochMilli(Long.parseLong(words[3])),
                ALICE,
                new Actor.Unrecorded(Optional.of(new ClientId(words[4]))),
                Optional.of(words[5]).filter(name -> !name.isEmpty()).map(name -> AccountCodec.key(ALICE, name)),
                Optional.empty(),
                new RequestId(words[6]));
        return new ChainedEvent(
                Long.parseLong(words[0]),
                action.withOutcome(AuditOutcome.valueOf(words[2])),
                new EventMac(HexFormat.of().parseHex(words[7])));
    }
}
