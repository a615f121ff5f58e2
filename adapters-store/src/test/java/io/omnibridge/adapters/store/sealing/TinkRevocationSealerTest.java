package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealingSamples.GRANT;
import static io.omnibridge.adapters.store.sealing.SealingSamples.ISSUER;
import static io.omnibridge.adapters.store.sealing.SealingSamples.VERSION;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.SealedToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TinkRevocationSealerTest {

    private static final AccountKey KEY = key(ALICE, GOOGLE, "work");
    private static final PendingRevocationId ID = new PendingRevocationId("0123456789abcdef0123456789abcdef");
    private static final RevocableToken TOKEN = new RevocableToken(
            new Secret("canary-refresh-token"),
            true,
            new TokenOrigin("client-1", URI.create("https://oauth.example:8443")));

    private final Keyset keyset = Keyset.generate();
    private final TinkRevocationSealer sealer = new TinkRevocationSealer(keyset, ISSUER);
    private final SealedToken sealed = sealer.seal(ID, KEY, TOKEN);

    @Test
    void a_token_opens_as_it_was_sealed() {
        RevocableToken access = new RevocableToken(new Secret("canary-access"), false, TOKEN.origin());

        assertEquals(TOKEN, sealer.open(pendingRevocation(ID, KEY, sealed)));
        assertEquals(access, sealer.open(pendingRevocation(ID, KEY, sealer.seal(ID, KEY, access))));
    }

    @Test
    @Tag("C1")
    void what_was_sealed_for_one_revocation_does_not_open_as_another() {
        assertUnreadable(sealer, new PendingRevocationId("f".repeat(32)), KEY, sealed);
        List.of(key(BOB, GOOGLE, "work"), key(ALICE, NOTION, "work"), key(ALICE, GOOGLE, "home"))
                .forEach(other -> assertUnreadable(sealer, ID, other, sealed));
    }

    @Test
    @Tag("C1")
    @Tag("Z2")
    void parts_of_a_key_do_not_run_into_each_other() {
        SealedToken left = sealer.seal(ID, key(new UserId("a:google"), GOOGLE, "b"), TOKEN);

        assertUnreadable(sealer, ID, key(new UserId("a"), GOOGLE, "google:b"), left);
        assertUnreadable(sealer, ID, key(new UserId("a:googleg"), GOOGLE, "b"), left);
    }

    @Test
    @Tag("C1")
    void a_token_to_revoke_and_credentials_do_not_open_as_each_other() {
        TinkCredentialSealer credentials = new TinkCredentialSealer(keyset, ISSUER);
        Account account = SealingSamples.account(KEY, VERSION, new SealedCredentials(sealed.toBytes()));

        assertThrows(CredentialsUnreadable.class, () -> credentials.open(account));
        SealedToken ofAccount =
                new SealedToken(credentials.seal(KEY, VERSION, GRANT).toBytes());
        assertUnreadable(sealer, ID, KEY, ofAccount);
    }

    @Test
    @Tag("Z4")
    @Tag("C6")
    void nothing_opens_for_another_issuer_or_under_another_keyset() {
        assertUnreadable(new TinkRevocationSealer(keyset, "https://other.example"), ID, KEY, sealed);
        assertUnreadable(new TinkRevocationSealer(Keyset.generate(), ISSUER), ID, KEY, sealed);
    }

    @Test
    @Tag("C2")
    void no_byte_can_be_changed_cut_off_or_added() {
        SealingSamples.forgeries(sealed.toBytes())
                .forEach(forged -> assertUnreadable(sealer, ID, KEY, new SealedToken(forged)));
    }

    @Test
    @Tag("C3")
    @Tag("S1")
    void the_same_token_sealed_twice_gives_different_bytes_and_is_in_none_of_them() {
        assertNotEquals(sealed, sealer.seal(ID, KEY, TOKEN));
        assertFalse(new String(sealed.toBytes(), StandardCharsets.ISO_8859_1).contains("canary"));
    }

    @Test
    @Tag("C5")
    void a_token_is_resealed_under_the_primary_key() {
        Rotation rotation = Rotation.begin();
        SealedToken former = new TinkRevocationSealer(rotation.before(), ISSUER).seal(ID, KEY, TOKEN);
        TinkSealingKeys keys = new TinkSealingKeys(rotation.promoted(), ISSUER);

        SealedToken resealed = keys.reseal(pendingRevocation(ID, KEY, former));

        assertEquals(OptionalLong.of(rotation.before().primaryKeyId()), keys.keyOf(former));
        assertEquals(OptionalLong.of(keys.primary()), keys.keyOf(resealed));
        assertEquals(
                TOKEN, new TinkRevocationSealer(rotation.retired(), ISSUER).open(pendingRevocation(ID, KEY, resealed)));
    }

    @Test
    void erased_credentials_do_not_open_and_need_no_key() {
        TinkCredentialSealer credentials = new TinkCredentialSealer(keyset, ISSUER);
        Account erased = SealingSamples.account(KEY, VERSION, SealedCredentials.ERASED);

        assertThrows(CredentialsUnreadable.class, () -> credentials.open(erased));
        assertEquals(OptionalLong.empty(), new TinkSealingKeys(keyset, ISSUER).keyOf(SealedCredentials.ERASED));
    }

    private static PendingRevocation pendingRevocation(PendingRevocationId id, AccountKey key, SealedToken sealed) {
        return new PendingRevocation(id, key, VERSION, RevocationScope.GRANT, sealed, NOW, NOW, 0);
    }

    private static void assertUnreadable(
            TinkRevocationSealer sealer, PendingRevocationId id, AccountKey key, SealedToken sealed) {
        CredentialsUnreadable refusal =
                assertThrows(CredentialsUnreadable.class, () -> sealer.open(pendingRevocation(id, key, sealed)));
        assertNull(refusal.getCause());
    }
}
