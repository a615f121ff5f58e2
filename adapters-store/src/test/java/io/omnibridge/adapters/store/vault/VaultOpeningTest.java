package io.omnibridge.adapters.store.vault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.Rotation;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VaultOpeningTest {

    private static final String ISSUER = "https://issuer.example";

    private final VaultMetadataInMemory metadata = new VaultMetadataInMemory();
    private final Keyset keyset = Keyset.generate();

    @Test
    void the_first_start_creates_the_vault_and_every_later_one_changes_nothing() {
        open(keyset);
        Map<String, byte[]> created = Map.copyOf(metadata.values);

        open(keyset);

        assertEquals(3, created.size());
        assertEquals(created, metadata.values);
    }

    @Test
    @Tag("Z4")
    void another_issuer_or_user_claim_is_refused_by_the_name_of_its_setting() {
        open(keyset);

        assertRefused("OMNIBRIDGE_JWT_ISSUER", () -> open(keyset, "https://issuer.example.other", "sub"));
        assertRefused("OMNIBRIDGE_JWT_ISSUER", () -> open(keyset, "https://issuer", "sub"));
        assertRefused("OMNIBRIDGE_JWT_USER_CLAIM", () -> open(keyset, ISSUER, "email"));
    }

    @Test
    @Tag("C6")
    void an_existing_vault_is_opened_without_a_change() {
        Rotation rotation = Rotation.begin();
        open(rotation.before());
        Map<String, byte[]> created = Map.copyOf(metadata.values);

        assertDoesNotThrow(() -> openExisting(rotation.before(), ISSUER, "sub"));
        assertDoesNotThrow(() -> openExisting(rotation.promoted(), ISSUER, "sub"));

        assertEquals(created, metadata.values);
    }

    @Test
    @Tag("C6")
    @Tag("Z4")
    void an_existing_vault_that_is_another_one_or_none_is_refused_without_a_change() {
        assertRefused("OMNIBRIDGE_STORE", () -> openExisting(keyset, ISSUER, "sub"));
        assertEquals(Map.of(), metadata.values);

        open(keyset);
        Map<String, byte[]> created = Map.copyOf(metadata.values);

        assertRefused("OMNIBRIDGE_JWT_ISSUER", () -> openExisting(keyset, "https://issuer", "sub"));
        assertRefused("OMNIBRIDGE_JWT_USER_CLAIM", () -> openExisting(keyset, ISSUER, "email"));
        assertRefused("OMNIBRIDGE_KEYSET", () -> openExisting(Keyset.generate(), ISSUER, "sub"));
        assertEquals(created, metadata.values);

        metadata.values.remove("record-key");
        assertRefused("OMNIBRIDGE_STORE", () -> openExisting(keyset, ISSUER, "sub"));
    }

    @Test
    @Tag("C6")
    void another_keyset_is_refused_and_leaves_what_is_there() {
        open(keyset);
        Map<String, byte[]> created = Map.copyOf(metadata.values);

        assertRefused("OMNIBRIDGE_KEYSET", () -> open(Keyset.generate()));

        assertEquals(created, metadata.values);
        assertDoesNotThrow(() -> open(keyset));
    }

    /** No start requires a key that was added and has sealed nothing yet. */
    @Test
    @Tag("C6")
    @Tag("C9")
    void a_node_on_the_old_keyset_starts_until_the_new_key_seals() {
        Rotation rotation = Rotation.begin();
        open(rotation.before());
        open(rotation.added());

        assertDoesNotThrow(() -> open(rotation.before()));
        open(rotation.promoted());

        assertRefused("OMNIBRIDGE_KEYSET", () -> open(rotation.before()));
        assertDoesNotThrow(() -> open(rotation.added()));
    }

    @Test
    @Tag("C6")
    void a_key_that_may_have_sealed_something_cannot_be_left_out() {
        Rotation rotation = Rotation.begin();
        open(rotation.before());
        open(rotation.promoted());

        assertRefused("OMNIBRIDGE_KEYSET", () -> open(rotation.retired()));
    }

    @Test
    @Tag("C6")
    void a_changed_or_moved_check_value_is_refused() {
        open(keyset);
        metadata.values.replaceAll((name, value) -> name.startsWith("check.") ? new byte[] {1, 2, 3} : value);

        assertRefused("OMNIBRIDGE_KEYSET", () -> open(keyset));
    }

    @Test
    void a_vault_with_users_that_lost_its_audit_log_key_gets_no_other() {
        open(keyset);
        metadata.usersExist = true;
        metadata.values.remove("record-key");

        assertRefused("OMNIBRIDGE_STORE", () -> open(keyset));
        assertFalse(metadata.values.containsKey("record-key"));
    }

    @Test
    @Tag("C6")
    void a_vault_with_users_and_no_metadata_is_refused_and_unchanged() {
        metadata.usersExist = true;

        assertLost(() -> open(keyset, "https://issuer.example.other", "sub"));
        assertLost(() -> open(keyset));
        assertLost(() -> openExisting(keyset, ISSUER, "sub"));
        assertEquals(Map.of(), metadata.values);
    }

    private static void assertLost(Executable opening) {
        StoreCannotStart refusal = assertThrows(StoreCannotStart.class, opening);
        assertTrue(String.valueOf(refusal.getMessage()).contains("lost the key"), refusal::getMessage);
    }

    private void open(Keyset keys) {
        open(keys, ISSUER, "sub");
    }

    private void open(Keyset keys, String issuer, String userClaim) {
        new VaultOpening(metadata, keys, issuer, new SecureRandom()).open(userClaim);
    }

    private void openExisting(Keyset keys, String issuer, String userClaim) {
        new VaultOpening(metadata, keys, issuer, new SecureRandom()).openExisting(userClaim);
    }

    private static void assertRefused(String setting, Runnable start) {
        StoreCannotStart refusal = assertThrows(StoreCannotStart.class, start::run);
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith(setting + " ") || message.startsWith(setting + ":"), message);
        assertFalse(message.contains("issuer.example"));
        assertNull(refusal.getCause());
    }
}
