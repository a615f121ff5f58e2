package io.omnibridge.domain.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.Scopes;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final Credentials CREDENTIALS = new Credentials(
            new Secret("canary-access"), Optional.empty(), Optional.of(new Secret("canary-refresh")), Optional.empty());

    @Test
    @Tag("S2")
    void credentials_and_grants_cannot_be_printed() {
        Grant grant = new Grant(CREDENTIALS, Scopes.none(), Optional.empty());

        for (Object holder : List.of(CREDENTIALS, grant, List.of(grant), Optional.of(CREDENTIALS))) {
            assertFalse("%s".formatted(holder).contains("canary"));
            assertFalse(new IllegalStateException("with " + holder).toString().contains("canary"));
        }
    }

    @Property
    void sealed_bytes_are_copied_in_and_out(@ForAll @Size(min = 1, max = 100) byte[] bytes) {
        byte[] given = bytes.clone();
        SealedCredentials sealed = new SealedCredentials(given);

        given[0]++;
        sealed.toBytes()[0]++;

        assertEquals(new SealedCredentials(bytes), sealed);
        assertEquals(new SealedCredentials(bytes).hashCode(), sealed.hashCode());
        assertNotEquals(new SealedCredentials(given), sealed);
    }

    @Test
    void empty_sealed_credentials_are_refused() {
        assertThrows(InvalidValue.class, () -> new SealedCredentials(new byte[0]));
    }

    @Test
    @Tag("S2")
    void sealed_bytes_are_not_printed() {
        assertEquals("SealedCredentials[3 bytes]", new SealedCredentials(new byte[] {1, 2, 3}).toString());
    }
}
