package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealingSamples.GRANT;
import static io.omnibridge.adapters.store.sealing.SealingSamples.ISSUER;
import static io.omnibridge.adapters.store.sealing.SealingSamples.VERSION;
import static io.omnibridge.adapters.store.sealing.SealingSamples.account;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TinkCredentialSealerTest {

    private static final AccountKey KEY = key(ALICE, GOOGLE, "work");

    private final Keyset keyset = Keyset.generate();
    private final CredentialSealer sealer = new TinkCredentialSealer(keyset, ISSUER);
    private final SealedCredentials sealed = sealer.seal(KEY, VERSION, GRANT);

    @Test
    void a_grant_opens_as_it_was_sealed() {
        assertEquals(GRANT, sealer.open(account(KEY, VERSION, sealed)));
    }

    @Test
    @Tag("L2")
    void the_label_is_sealed_and_the_one_beside_decides_nothing() {
        Grant labelled = GRANT.withLabel(Optional.of(new AccountLabel("alice@example.org")));
        Account account = account(KEY, VERSION, sealer.seal(KEY, VERSION, labelled));
        AccountLabel forged = new AccountLabel("mallory@example.org");

        assertEquals(
                labelled,
                sealer.open(new Account(account.metadata().withLabel(Optional.of(forged)), account.credentials())));
    }

    @Test
    @Tag("C7")
    void metadata_beside_the_sealed_bytes_decide_nothing() {
        assertNotEquals(GRANT.scopes(), account(KEY, VERSION, sealed).metadata().scopes());

        assertEquals(GRANT, sealer.open(account(KEY, VERSION, sealed)));
    }

    @Test
    @Tag("C1")
    void what_was_sealed_for_one_account_does_not_open_as_another() {
        List.of(key(BOB, GOOGLE, "work"), key(ALICE, NOTION, "work"), key(ALICE, GOOGLE, "home"))
                .forEach(other -> assertUnreadable(sealer, other, VERSION, sealed));
    }

    @Test
    @Tag("C1")
    @Tag("Z2")
    void parts_of_a_key_do_not_run_into_each_other() {
        SealedCredentials left = sealer.seal(key(new UserId("a:google"), GOOGLE, "b"), VERSION, GRANT);

        assertUnreadable(sealer, key(new UserId("a"), GOOGLE, "google:b"), VERSION, left);
        assertUnreadable(sealer, key(new UserId("a:googleg"), GOOGLE, "b"), VERSION, left);
    }

    @Test
    @Tag("C7")
    void what_was_sealed_for_one_version_does_not_open_as_another() {
        LinkId otherLink = new LinkId("f".repeat(32));
        List.of(VERSION.next(), AccountVersion.first(otherLink), new AccountVersion(VERSION.linkId(), 11))
                .forEach(other -> assertUnreadable(sealer, KEY, other, sealed));
    }

    @Test
    @Tag("Z4")
    void the_same_user_id_at_another_issuer_is_another_user() {
        CredentialSealer other = new TinkCredentialSealer(keyset, "https://other.example");

        assertUnreadable(other, KEY, VERSION, sealed);
    }

    @Test
    @Tag("C2")
    void no_byte_can_be_changed_cut_off_or_added() {
        SealingSamples.forgeries(sealed.toBytes())
                .forEach(forged -> assertUnreadable(sealer, KEY, VERSION, new SealedCredentials(forged)));
    }

    @Test
    @Tag("C3")
    void the_same_grant_sealed_twice_gives_different_bytes() {
        assertNotEquals(sealed, sealer.seal(KEY, VERSION, GRANT));
    }

    @Test
    @Tag("S1")
    void no_token_is_in_the_sealed_bytes() {
        String bytes = new String(sealed.toBytes(), StandardCharsets.ISO_8859_1);

        assertFalse(bytes.contains("canary"));
    }

    @Test
    @Tag("C6")
    void nothing_opens_under_another_keyset() {
        CredentialSealer other = new TinkCredentialSealer(Keyset.generate(), ISSUER);

        assertUnreadable(other, KEY, VERSION, sealed);
    }

    @Test
    @Tag("S3")
    void a_failure_to_open_reveals_nothing_of_the_content() throws GeneralSecurityException {
        byte[] noGrant = "{\"at\":\"canary token\",\"scope\":\"\"}".getBytes(StandardCharsets.UTF_8);
        byte[] associatedData = LengthPrefixed.of(
                "1",
                "account",
                ISSUER,
                "alice",
                "google",
                "work",
                VERSION.linkId().value(),
                "1");
        byte[] ciphertext = keyset.aead().encrypt(noGrant, associatedData);
        byte[] bytes = HexFormat.of().parseHex("01" + HexFormat.of().formatHex(ciphertext));

        assertUnreadable(sealer, KEY, VERSION, new SealedCredentials(bytes));
    }

    private static void assertUnreadable(
            CredentialSealer sealer, AccountKey key, AccountVersion version, SealedCredentials sealed) {
        CredentialsUnreadable refusal =
                assertThrows(CredentialsUnreadable.class, () -> sealer.open(account(key, version, sealed)));
        assertNull(refusal.getCause());
        assertEquals(new CredentialsUnreadable().getMessage(), refusal.getMessage());
    }
}
