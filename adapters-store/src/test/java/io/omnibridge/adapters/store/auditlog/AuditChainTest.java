package io.omnibridge.adapters.store.auditlog;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.codec.StoredSamples;
import io.omnibridge.adapters.store.vault.DurableStoreContract;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.LeaseId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U3")
class AuditChainTest {

    private static final String ISSUER = "https://issuer.example";
    private static final Optional<ClientId> CLIENT = Optional.of(new ClientId("notes-app"));
    private static final ConnectAttempt PENDING = attempt(ALICE, NOW);
    private static final AccountKey WORK = key(ALICE, GOOGLE, "work");

    private final AuditChain chain = new AuditChain(auditLogKey(1), ISSUER);
    private final List<ChainedEvent> record = recorded(chain, 5);
    private final StoredChainHead head = new StoredChainHead(5, record.get(4).mac());

    @Test
    void an_unchanged_audit_log_is_intact_with_or_without_a_kept_head() {
        assertEquals(new VerificationResult.Intact(head), chain.verify(record, StoredChainHead.NONE));
        assertEquals(new VerificationResult.Intact(head), chain.verify(record, head));
        assertEquals(new VerificationResult.Intact(head), chain.verify(record, headAt(2)));
        assertEquals(
                new VerificationResult.Intact(StoredChainHead.NONE), chain.verify(List.of(), StoredChainHead.NONE));
    }

    @Test
    void a_changed_event_is_noticed() {
        for (int i = 0; i < record.size(); i++) {
            List<ChainedEvent> changed = new ArrayList<>(record);
            AuditEvent other = event("somebody-else").withOutcome(AuditOutcome.UNLINKED);
            changed.set(i, new ChainedEvent(i + 1, other, record.get(i).mac()));

            assertEquals(LogFault.CHANGED.at(i + 1), chain.verify(changed, StoredChainHead.NONE));
        }
    }

    @Test
    void a_changed_mac_is_noticed() {
        record.set(2, new ChainedEvent(3, record.get(2).event(), record.get(1).mac()));

        assertEquals(LogFault.CHANGED.at(3), chain.verify(record, StoredChainHead.NONE));
    }

    @Test
    void reordered_events_are_noticed_whether_or_not_their_positions_were_exchanged_too() {
        Collections.swap(record, 1, 3);
        assertEquals(LogFault.REORDERED.at(2), chain.verify(record, StoredChainHead.NONE));

        record.set(1, at(2, record.get(1)));
        record.set(3, at(4, record.get(3)));
        assertEquals(LogFault.REORDERED.at(2), chain.verify(record, StoredChainHead.NONE));
    }

    @Test
    void a_removed_event_is_noticed() {
        for (int i = 0; i < record.size() - 1; i++) {
            List<ChainedEvent> shorter = new ArrayList<>(record);
            shorter.remove(i);

            assertEquals(LogFault.MISSING.at(i + 1), chain.verify(shorter, StoredChainHead.NONE));
        }
    }

    @Test
    void a_removed_event_is_noticed_also_if_later_ones_moved_up() {
        record.remove(1);
        for (int i = 1; i < record.size(); i++) {
            record.set(i, at(i + 1, record.get(i)));
        }

        assertEquals(LogFault.CHANGED.at(2), chain.verify(record, StoredChainHead.NONE));
    }

    @Test
    void a_truncated_audit_log_is_noticed_against_a_kept_head() {
        for (int length = 0; length < record.size(); length++) {
            assertEquals(LogFault.TRUNCATED.at(length + 1), chain.verify(record.subList(0, length), head));
        }
    }

    @Test
    void a_log_forged_without_the_key_is_detected() {
        List<ChainedEvent> forged = recorded(new AuditChain(auditLogKey(2), ISSUER), 5);

        assertEquals(LogFault.CHANGED.at(1), chain.verify(forged, StoredChainHead.NONE));
    }

    @Test
    @Tag("Z4")
    void a_log_of_another_issuer_does_not_verify() {
        List<ChainedEvent> other = recorded(new AuditChain(auditLogKey(1), "https://other.example"), 5);

        assertEquals(LogFault.CHANGED.at(1), chain.verify(other, StoredChainHead.NONE));
    }

    @Test
    void an_audit_log_that_contradicts_a_kept_head_is_changed() {
        StoredChainHead kept = new StoredChainHead(3, new EventMac(new byte[32]));

        assertEquals(LogFault.CHANGED.at(3), chain.verify(record, kept));
    }

    @Test
    @Tag("U2")
    void every_field_of_an_event_counts() {
        AuditedAction action = event("request");
        Set<AuditEvent> events = Set.of(
                action.withOutcome(AuditOutcome.LINKED),
                action.withOutcome(AuditOutcome.REPLACED),
                action(ActionKind.UNLINK, action.actor(), action.account(), 0).withOutcome(AuditOutcome.LINKED),
                action(ActionKind.LINK, new Actor.User(Optional.empty()), action.account(), 0)
                        .withOutcome(AuditOutcome.LINKED),
                action(ActionKind.LINK, new Actor.Browser(), action.account(), 0)
                        .withOutcome(AuditOutcome.LINKED),
                action(ActionKind.LINK, new Actor.Service("refresh"), action.account(), 0)
                        .withOutcome(AuditOutcome.LINKED),
                action(ActionKind.LINK, new Actor.Operator("refresh"), action.account(), 0)
                        .withOutcome(AuditOutcome.LINKED),
                action(ActionKind.LINK, new Actor.Operator("users_erase"), action.account(), 0)
                        .withOutcome(AuditOutcome.LINKED),
                action(ActionKind.LINK, new Actor.Unrecorded(action.client()), action.account(), 0)
                        .withOutcome(AuditOutcome.LINKED),
                action.on(PENDING).withOutcome(AuditOutcome.LINKED),
                action.on(attempt(ALICE, NOW)).withOutcome(AuditOutcome.LINKED),
                action.on(PENDING.failed(AttemptFailure.ACCESS_DENIED)).withOutcome(AuditOutcome.LINKED),
                action.on(PENDING.failed(AttemptFailure.WRONG_ISSUER)).withOutcome(AuditOutcome.LINKED),
                action(ActionKind.LINK, action.actor(), Optional.empty(), 0).withOutcome(AuditOutcome.LINKED),
                action(ActionKind.LINK, action.actor(), Optional.of(key(ALICE, NOTION, "work")), 0)
                        .withOutcome(AuditOutcome.LINKED),
                action(ActionKind.LINK, action.actor(), Optional.of(key(ALICE, GOOGLE, "home")), 0)
                        .withOutcome(AuditOutcome.LINKED),
                action(ActionKind.LINK, action.actor(), action.account(), 1).withOutcome(AuditOutcome.LINKED),
                event("other").withOutcome(AuditOutcome.LINKED),
                new AuditedAction(
                                ActionKind.LINK,
                                NOW,
                                BOB,
                                action.actor(),
                                Optional.of(key(BOB, GOOGLE, "work")),
                                Optional.empty(),
                                action.requestId())
                        .withOutcome(AuditOutcome.LINKED));

        Set<EventMac> macs = new HashSet<>();
        events.forEach(
                event -> macs.add(chain.headAfter(StoredChainHead.NONE, event).mac()));
        events.forEach(event -> macs.add(chain.headAfter(head, event).mac()));

        assertEquals(2 * events.size(), macs.size());
    }

    @Test
    @Tag("S21")
    void the_macs_of_both_formats_never_change() {
        AuditedAction former = action(ActionKind.LINK, new Actor.Unrecorded(CLIENT), Optional.of(WORK), 0);
        AuditedAction connect = action(ActionKind.CONNECT, new Actor.Service("refresh"), Optional.of(WORK), 0)
                .on(StoredSamples.attempts().get(4));

        assertEquals("6c1f218dab4282a27b3c9653b64d838cb7270534f3ca2dc1ca76c4f61426e74c", mac(former));
        assertEquals("4fe415d6e80def9123a9f8cb65a78701a59d4e84ce377a9dea3a9c90b898f8b9", mac(event("request")));
        assertEquals("9892f90486728c15ed7845c5dfb04d5d8e2257451afcd759e0146c5d1189fa5d", mac(connect));
    }

    @Test
    @Tag("N1")
    void an_event_of_a_lease_has_its_id_in_the_mac_and_every_other_event_the_former_mac() {
        AuditedAction ofLease = event("request").on(new LeaseId("0123456789abcdef0123456789abcdef"));

        assertEquals("a88d7b2453b9a3f123b384e414b5d0e68c878f9b38286aaad11828c27c9bd9bd", mac(ofLease));
        assertEquals("4fe415d6e80def9123a9f8cb65a78701a59d4e84ce377a9dea3a9c90b898f8b9", mac(event("request")));
    }

    @Test
    @Tag("S21")
    void a_chain_of_format_1_still_verifies() {
        List<ChainedEvent> former = FormatSamples.eventsOfFormat1();

        assertEquals(
                new VerificationResult.Intact(new StoredChainHead(
                        former.size(), former.get(former.size() - 1).mac())),
                DurableStoreContract.CHAIN.verify(former, StoredChainHead.NONE));
    }

    private String mac(AuditedAction action) {
        return chain.headAfter(StoredChainHead.NONE, action.withOutcome(AuditOutcome.LINKED))
                .mac()
                .toHex();
    }

    @Test
    @Tag("S2")
    void a_key_does_not_print_and_has_32_bytes() {
        assertEquals("AuditLogKey[redacted]", auditLogKey(1).toString());
        assertThrows(InvalidValue.class, () -> new AuditLogKey(new byte[31]));
    }

    private static List<ChainedEvent> recorded(AuditChain chain, int count) {
        List<ChainedEvent> record = new ArrayList<>();
        StoredChainHead head = StoredChainHead.NONE;
        for (int i = 1; i <= count; i++) {
            AuditEvent event = event("request-" + i).withOutcome(AuditOutcome.LINKED);
            head = chain.headAfter(head, event);
            record.add(new ChainedEvent(i, event, head.mac()));
        }
        return record;
    }

    private StoredChainHead headAt(int count) {
        return new StoredChainHead(count, record.get(count - 1).mac());
    }

    private static ChainedEvent at(long position, ChainedEvent event) {
        return new ChainedEvent(position, event.event(), event.mac());
    }

    private static AuditedAction event(String requestId) {
        return new AuditedAction(
                ActionKind.LINK,
                NOW,
                ALICE,
                new Actor.User(CLIENT),
                Optional.of(WORK),
                Optional.empty(),
                new RequestId(requestId));
    }

    private static AuditedAction action(ActionKind kind, Actor actor, Optional<AccountKey> account, long later) {
        return new AuditedAction(
                kind, NOW.plusMillis(later), ALICE, actor, account, Optional.empty(), new RequestId("request"));
    }

    private static AuditLogKey auditLogKey(int seed) {
        byte[] bytes = new byte[AuditLogKey.LENGTH];
        bytes[0] = (byte) seed;
        return new AuditLogKey(bytes);
    }
}
