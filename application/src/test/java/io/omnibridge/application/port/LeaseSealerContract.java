package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.LeaseToken;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link LeaseSealer} must do. */
@Tag("N1")
public interface LeaseSealerContract {

    LeaseId ID = new LeaseId("0123456789abcdef0123456789abcdef");
    Instant EXPIRY = NOW.truncatedTo(ChronoUnit.SECONDS).plusSeconds(3_600);
    LeaseToken TOKEN = new LeaseToken(ALICE, ID, EXPIRY, new Secret("canary-secret"));
    LeaseTerms TERMS = new LeaseTerms(
            "My agent",
            Optional.of(Set.of(Source.GMAIL, Source.DRIVE)),
            List.of(key(ALICE, GOOGLE, "work"), key(ALICE, GOOGLE, "a:b|c")),
            Set.of(UseKind.SEARCH, UseKind.ITEM),
            EXPIRY,
            200);

    /** Returns the sealer under test: the same one all through a test. */
    LeaseSealer sealer();

    /** Returns a sealer with the same keys for the users of another issuer. */
    LeaseSealer sealerOfAnotherIssuer();

    /** Returns a sealer for the same issuer that has none of the keys. */
    LeaseSealer sealerWithOtherKeys();

    @Test
    default void terms_open_as_they_were_sealed() {
        LeaseTerms anySource = new LeaseTerms("é", Optional.empty(), TERMS.accounts(), Set.of(UseKind.API), EXPIRY, 1);

        assertEquals(TERMS, sealer().open(stored(TERMS)));
        assertEquals(anySource, sealer().open(stored(anySource)));
        assertEquals(Optional.of(TERMS), sealer().open(stored(TERMS), TOKEN));
    }

    @Test
    default void a_token_opens_as_it_was_issued() {
        String text = sealer().text(TOKEN);

        assertTrue(text.matches("obl_[A-Za-z0-9_-]+"), text);
        assertEquals(Optional.of(TOKEN), sealer().token(text));
        assertFalse(text.contains("canary"));
    }

    @Test
    default void a_forged_or_truncated_token_does_not_open() {
        String text = sealer().text(TOKEN);

        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String forged = text.substring(0, i) + other + text.substring(i + 1);
            boolean sameBytes = i == text.length() - 1;
            assertTrue(sameBytes || sealer().token(forged).isEmpty(), forged);
            assertEquals(Optional.empty(), sealer().token(text.substring(0, i)));
        }
        for (String other : List.of("", "obl_", "obl_é", text + "A", "obl_" + "A".repeat(10_000), text.substring(4))) {
            assertEquals(Optional.empty(), sealer().token(other));
        }
    }

    @Test
    default void a_token_of_another_issuer_or_key_does_not_open() {
        assertEquals(Optional.empty(), sealer().token(sealerOfAnotherIssuer().text(TOKEN)));
        assertEquals(Optional.empty(), sealer().token(sealerWithOtherKeys().text(TOKEN)));
    }

    @Test
    default void terms_open_only_for_the_token_of_their_lease() {
        StoredLease lease = stored(TERMS);

        assertEquals(Optional.empty(), sealer().open(lease, withSecret("canary-secret2")));
        assertEquals(
                Optional.empty(), sealer().open(lease, new LeaseToken(BOB, ID, EXPIRY, new Secret("canary-secret"))));
        assertEquals(
                Optional.empty(),
                sealer().open(lease, new LeaseToken(ALICE, OTHER, EXPIRY, new Secret("canary-secret"))));
    }

    @Test
    default void terms_copied_to_another_lease_or_user_do_not_open() {
        SealedLease sealed = sealer().seal(TERMS, TOKEN);

        assertUnreadable(sealer(), stored(OTHER, ALICE, sealed));
        assertUnreadable(sealer(), stored(ID, BOB, sealed));
        assertUnreadable(sealerOfAnotherIssuer(), stored(ID, ALICE, sealed));
        assertUnreadable(sealerWithOtherKeys(), stored(ID, ALICE, sealed));
        assertUnreadable(sealer(), stored(ID, ALICE, new SealedLease(new byte[] {1, 2, 3})));
    }

    @Test
    default void the_sealed_terms_show_no_term_and_differ_each_time() {
        SealedLease sealed = sealer().seal(TERMS, TOKEN);

        assertNotEquals(sealed, sealer().seal(TERMS, TOKEN));
        assertNotEquals(sealer().text(TOKEN), sealer().text(TOKEN));
    }

    /** Another lease. */
    LeaseId OTHER = new LeaseId("f".repeat(32));

    private StoredLease stored(LeaseTerms terms) {
        return stored(ID, ALICE, sealer().seal(terms, TOKEN));
    }

    private static StoredLease stored(LeaseId id, UserId owner, SealedLease sealed) {
        return new StoredLease(id, owner, EXPIRY, sealed, 0, Optional.empty());
    }

    private static LeaseToken withSecret(String secret) {
        return new LeaseToken(ALICE, ID, EXPIRY, new Secret(secret));
    }

    private static void assertUnreadable(LeaseSealer sealer, StoredLease lease) {
        assertThrows(CredentialsUnreadable.class, () -> sealer.open(lease));
        assertThrows(CredentialsUnreadable.class, () -> sealer.open(lease, TOKEN));
    }
}
