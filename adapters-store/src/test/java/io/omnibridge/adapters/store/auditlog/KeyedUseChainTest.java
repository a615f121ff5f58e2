package io.omnibridge.adapters.store.auditlog;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.codec.StoredUseSamples;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U3")
class KeyedUseChainTest {

    private static final UseChain CHAIN = chain(0, "https://issuer.example");

    @Test
    void the_mac_of_a_receipt_never_changes() {
        StoredChainHead head = StoredChainHead.NONE;
        for (UseReceipt receipt : StoredUseSamples.RECEIPTS) {
            head = CHAIN.headAfter(head, receipt);
        }

        assertEquals(3, head.count());
        assertEquals(
                "bf355bc744dfd30ef401981df8e5b56d85bd9b60c31a67aa4a665a907bd65395",
                head.mac().toHex());
        assertEquals(
                "d3a65605a8e666ff99884720bfd527e55ed1f50c4a50af0bcc313b5d4a7f15c7",
                CHAIN.base(ALICE, head, NOW).mac().toHex());
    }

    @Test
    void every_part_of_a_receipt_changes_its_mac() {
        UseReceipt receipt = StoredUseSamples.RECEIPTS.get(0);
        List<UseReceipt> others = new ArrayList<>(StoredUseSamples.RECEIPTS);
        others.add(withTargets(receipt, ALICE, new UseTarget(key(ALICE, GOOGLE, "work"), Optional.empty())));
        others.add(withTargets(receipt, ALICE, new UseTarget(key(ALICE, NOTION, "work"), Optional.of(Source.GMAIL))));
        others.add(withTargets(receipt, ALICE, new UseTarget(key(ALICE, GOOGLE, "home"), Optional.of(Source.GMAIL))));
        others.add(withTargets(receipt, BOB, new UseTarget(key(BOB, GOOGLE, "work"), Optional.of(Source.GMAIL))));

        Set<EventMac> macs = new HashSet<>();
        others.forEach(
                other -> macs.add(CHAIN.headAfter(StoredChainHead.NONE, other).mac()));
        macs.add(chain(1, "https://issuer.example")
                .headAfter(StoredChainHead.NONE, receipt)
                .mac());
        macs.add(chain(0, "https://other.example")
                .headAfter(StoredChainHead.NONE, receipt)
                .mac());
        macs.add(CHAIN.headAfter(new StoredChainHead(1, StoredChainHead.NONE.mac()), receipt)
                .mac());
        macs.add(CHAIN.headAfter(new StoredChainHead(0, new EventMac(new byte[] {1})), receipt)
                .mac());

        assertEquals(others.size() + 4, macs.size());
    }

    private static UseReceipt withTargets(UseReceipt receipt, UserId user, UseTarget target) {
        Use use = receipt.use();
        return new Use(
                        use.kind(),
                        use.via(),
                        use.at(),
                        user,
                        use.client(),
                        use.lease(),
                        List.of(target),
                        use.requestId())
                .used();
    }

    private static UseChain chain(int key, String issuer) {
        byte[] bytes = new byte[AuditLogKey.LENGTH];
        bytes[0] = (byte) key;
        return new AuditChain(new AuditLogKey(bytes), issuer).uses();
    }
}
