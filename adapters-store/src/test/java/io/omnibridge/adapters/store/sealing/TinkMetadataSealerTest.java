package io.omnibridge.adapters.store.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TinkMetadataSealerTest {

    private static final String ISSUER = "https://issuer.example";
    private static final byte[] VALUE = "a value".getBytes(StandardCharsets.UTF_8);

    private final Keyset keyset = Keyset.generate();
    private final TinkMetadataSealer sealer = new TinkMetadataSealer(keyset, ISSUER);
    private final byte[] sealed = sealer.seal(MetadataPurpose.CHECK, "name", VALUE);

    @Test
    void a_value_opens_for_what_it_was_sealed_for() {
        TinkMetadataSealer again = new TinkMetadataSealer(Keyset.parse(keyset.toJson()), ISSUER);

        assertArrayEquals(
                VALUE, again.open(MetadataPurpose.CHECK, "name", sealed).orElseThrow());
    }

    @Test
    @Tag("Z4")
    @Tag("C6")
    void it_opens_for_no_other_purpose_name_issuer_or_keyset() {
        assertFalse(sealer.open(MetadataPurpose.AUDIT_LOG_KEY, "name", sealed).isPresent());
        assertFalse(sealer.open(MetadataPurpose.CHECK, "other", sealed).isPresent());
        assertFalse(new TinkMetadataSealer(keyset, "https://other.example")
                .open(MetadataPurpose.CHECK, "name", sealed)
                .isPresent());
        assertFalse(new TinkMetadataSealer(Keyset.generate(), ISSUER)
                .open(MetadataPurpose.CHECK, "name", sealed)
                .isPresent());
    }

    @Test
    @Tag("C2")
    void a_changed_or_shortened_one_does_not_open() {
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertEquals(Optional.empty(), sealer.open(MetadataPurpose.CHECK, "name", changed));
            assertEquals(Optional.empty(), sealer.open(MetadataPurpose.CHECK, "name", Arrays.copyOf(sealed, i)));
        }
    }

    @Test
    @Tag("C3")
    void the_same_value_is_sealed_to_other_bytes_each_time() {
        assertFalse(Arrays.equals(sealed, sealer.seal(MetadataPurpose.CHECK, "name", VALUE)));
    }
}
