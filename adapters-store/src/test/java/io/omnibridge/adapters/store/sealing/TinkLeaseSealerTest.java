package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealingSamples.ISSUER;
import static io.omnibridge.application.port.Samples.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.LeaseSealerContract;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TinkLeaseSealerTest implements LeaseSealerContract {

    private final Keyset keyset = Keyset.generate();
    private final TinkLeaseSealer sealer = new TinkLeaseSealer(keyset, ISSUER);

    @Override
    public LeaseSealer sealer() {
        return sealer;
    }

    @Override
    public LeaseSealer sealerOfAnotherIssuer() {
        return new TinkLeaseSealer(keyset, "https://other.example");
    }

    @Override
    public LeaseSealer sealerWithOtherKeys() {
        return new TinkLeaseSealer(Keyset.generate(), ISSUER);
    }

    @Test
    @Tag("C2")
    void no_byte_of_sealed_terms_can_be_changed_cut_off_or_added() {
        SealingSamples.forgeries(sealer.seal(TERMS, TOKEN).toBytes())
                .forEach(forged -> assertThrows(
                        CredentialsUnreadable.class,
                        () -> sealer.open(
                                new StoredLease(ID, ALICE, EXPIRY, new SealedLease(forged), 0, Optional.empty()))));
    }

    @Test
    void tokens_and_terms_open_as_long_as_the_keyset_has_their_key() {
        String text = sealer.text(TOKEN);
        SealedLease sealed = sealer.seal(TERMS, TOKEN);
        StoredLease lease = new StoredLease(ID, ALICE, EXPIRY, sealed, 0, Optional.empty());
        Keyset added = keyset.withNewKey();
        Keyset promoted = added.withPrimary(added.keys().get(1).id());
        TinkLeaseSealer rotated = new TinkLeaseSealer(promoted, ISSUER);

        assertEquals(Optional.of(TOKEN), rotated.token(text));
        assertEquals(Optional.of(TERMS), rotated.open(lease, TOKEN));
        assertEquals(OptionalLong.of(keyset.primaryKeyId()), SealedFormat.keyOf(sealed.toBytes()));
        assertEquals(Optional.empty(), sealer.token(rotated.text(TOKEN)));
    }

    @Test
    @Tag("C5")
    void resealed_terms_open_without_the_former_key_and_tell_that_the_token_needs_it() {
        Rotation rotation = Rotation.begin();
        TinkLeaseSealer before = new TinkLeaseSealer(rotation.before(), ISSUER);
        TinkSealingKeys keys = new TinkSealingKeys(rotation.promoted(), ISSUER);
        StoredLease lease = stored(before.seal(TERMS, TOKEN));

        StoredLease resealed = stored(keys.reseal(lease));
        StoredLease again = stored(new TinkSealingKeys(rotation.retired(), ISSUER).reseal(resealed));

        TinkLeaseSealer retired = new TinkLeaseSealer(rotation.retired(), ISSUER);
        assertEquals(OptionalLong.of(keys.primary()), keys.keyOf(resealed.sealed()));
        assertEquals(Optional.of(TERMS), retired.open(resealed, TOKEN));
        assertEquals(Optional.of(TERMS), retired.open(again, TOKEN));
        assertEquals(Optional.empty(), retired.token(before.text(TOKEN)));
        for (StoredLease each : List.of(lease, resealed, again)) {
            assertEquals(rotation.before().primaryKeyId(), keys.tokenKeyOf(each));
        }
        assertThrows(CredentialsUnreadable.class, () -> new TinkSealingKeys(rotation.retired(), ISSUER).reseal(lease));
        assertThrows(CredentialsUnreadable.class, () -> keys.tokenKeyOf(stored(new SealedLease(new byte[] {1}))));
    }

    private static StoredLease stored(SealedLease sealed) {
        return new StoredLease(ID, ALICE, EXPIRY, sealed, 0, Optional.empty());
    }

    @Test
    @Tag("S1")
    void sealed_terms_show_neither_a_term_nor_the_secret() {
        String text = new String(sealer.seal(TERMS, TOKEN).toBytes(), StandardCharsets.ISO_8859_1);

        assertFalse(text.contains("agent"));
        assertFalse(text.contains("canary"));
        assertFalse(TOKEN.toString().contains("canary"));
    }
}
