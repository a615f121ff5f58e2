package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealingSamples.ISSUER;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.attempt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TinkAttemptSealerTest {

    private static final AttemptId ID = new AttemptId("0123456789abcdef0123456789abcdef");
    private static final AttemptSecrets SECRETS = new AttemptSecrets(
            Optional.of(new Secret("canary-verifier")),
            Optional.of(new Secret("canary-nonce")),
            Optional.of(new Secret("canary/code+1")));

    private final Keyset keyset = Keyset.generate();
    private final TinkAttemptSealer sealer = new TinkAttemptSealer(keyset, ISSUER);
    private final SealedAttempt sealed = sealer.seal(ID, ALICE, GOOGLE, SECRETS);

    @Test
    void secrets_open_as_they_were_sealed() {
        AttemptSecrets none = new AttemptSecrets(Optional.empty(), Optional.empty(), Optional.empty());

        assertEquals(SECRETS, sealer.open(as(ID, ALICE, GOOGLE, sealed)));
        assertEquals(none, sealer.open(as(ID, ALICE, GOOGLE, sealer.seal(ID, ALICE, GOOGLE, none))));
    }

    @Test
    @Tag("C1")
    @Tag("O4")
    void what_was_sealed_for_one_attempt_does_not_open_as_another() {
        assertUnreadable(sealer, as(new AttemptId("f".repeat(32)), ALICE, GOOGLE, sealed));
        assertUnreadable(sealer, as(ID, BOB, GOOGLE, sealed));
        assertUnreadable(sealer, as(ID, ALICE, NOTION, sealed));
        assertUnreadable(sealer, as(ID, new UserId("alicegoogle"), new ProviderId("g"), sealed));
        assertUnreadable(new TinkAttemptSealer(keyset, "https://other.example"), as(ID, ALICE, GOOGLE, sealed));
        assertUnreadable(new TinkAttemptSealer(Keyset.generate(), ISSUER), as(ID, ALICE, GOOGLE, sealed));
    }

    @Test
    void an_attempt_without_secrets_has_none_to_open() {
        assertUnreadable(sealer, attempt(ALICE, NOW).failed(AttemptFailure.ACCESS_DENIED));
    }

    @Test
    @Tag("C2")
    void no_byte_can_be_changed_cut_off_or_added() {
        SealingSamples.forgeries(sealed.toBytes())
                .forEach(forged -> assertUnreadable(sealer, as(ID, ALICE, GOOGLE, new SealedAttempt(forged))));
    }

    @Test
    @Tag("C3")
    @Tag("S1")
    void the_same_secrets_sealed_twice_give_different_bytes_and_are_in_none_of_them() {
        assertNotEquals(sealed, sealer.seal(ID, ALICE, GOOGLE, SECRETS));
        assertFalse(new String(sealed.toBytes(), StandardCharsets.ISO_8859_1).contains("canary"));
    }

    private static ConnectAttempt as(AttemptId id, UserId owner, ProviderId provider, SealedAttempt sealed) {
        ConnectAttempt any = attempt(owner, NOW);
        return new ConnectAttempt(
                id,
                owner,
                1,
                provider,
                any.pinned(),
                any.scopes(),
                any.returnTo(),
                any.oauthState(),
                Optional.of(sealed),
                any.state(),
                any.begunAt(),
                any.expiresAt());
    }

    private static void assertUnreadable(TinkAttemptSealer sealer, ConnectAttempt attempt) {
        CredentialsUnreadable refusal = assertThrows(CredentialsUnreadable.class, () -> sealer.open(attempt));
        assertNull(refusal.getCause());
    }
}
