package io.omnibridge.adapters.store.vault;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.FormatSamples;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.domain.audit.Actor;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events of an earlier version of OmniBridge still verify, in one chain with events of this version. */
@Tag("S21")
public interface AuditChainFormatsContract extends PortsUnderTest {

    DurableStore durable();

    @Test
    default void events_without_an_actor_verify_together_with_events_that_have_one() {
        UserStore users = durable().users();
        List<ChainedEvent> former = FormatSamples.eventsOfFormat1();
        load(users, former);

        link(account(key(ALICE, GOOGLE, "home")));

        List<ChainedEvent> all = users.after(ALICE, 0, 100);
        assertEquals(former, all.subList(0, former.size()));
        assertEquals(former.size() + 1, all.size());
        assertTrue(all.get(former.size()).event().action().actor() instanceof Actor.User);
        VerificationResult result =
                new ChainInspection(users, DurableStoreContract.CHAIN).of(ALICE, StoredChainHead.NONE);
        assertEquals(new VerificationResult.Intact(users.head(ALICE)), result);
    }

    private static void load(UserStore users, List<ChainedEvent> events) {
        ChainedEvent last = events.get(events.size() - 1);
        users.load(new UserChunk.Start(ALICE, new StoredChainHead(last.position(), last.mac()), 0));
        users.load(new UserChunk.Events(ALICE, events));
    }
}
