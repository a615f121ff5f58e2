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
    private static final byte[] FACT = "a fact".getBytes(StandardCharsets.UTF_8);

    private final Keyset keyset = Keyset.generate();
    private final TinkMetadataSealer sealer = new TinkMetadataSealer(keyset, ISSUER);
    private final byte[] value = sealer.seal(MetadataPurpose.CHECK, "name", FACT);

    @Test
    void a_fact_opens_for_what_it_was_sealed_for() {
        TinkMetadataSealer again = new TinkMetadataSealer(Keyset.parse(keyset.toJson()), ISSUER);

        assertArrayEquals(FACT, again.open(MetadataPurpose.CHECK, "name", value).orElseThrow());
    }

    @Test
    @Tag("Z4")
    @Tag("C6")
    void it_opens_for_no_other_purpose_name_issuer_or_keyset() {
        assertFalse(sealer.open(MetadataPurpose.RECORD_KEY, "name", value).isPresent());
        assertFalse(sealer.open(MetadataPurpose.CHECK, "other", value).isPresent());
        assertFalse(new TinkMetadataSealer(keyset, "https://other.example")
                .open(MetadataPurpose.CHECK, "name", value)
                .isPresent());
        assertFalse(new TinkMetadataSealer(Keyset.generate(), ISSUER)
                .open(MetadataPurpose.CHECK, "name", value)
                .isPresent());
    }

    @Test
    @Tag("C2")
    void a_changed_or_shortened_one_does_not_open() {
        for (int i = 0; i < value.length; i++) {
            byte[] changed = value.clone();
            changed[i] ^= 1;
            assertEquals(Optional.empty(), sealer.open(MetadataPurpose.CHECK, "name", changed));
            assertEquals(Optional.empty(), sealer.open(MetadataPurpose.CHECK, "name", Arrays.copyOf(value, i)));
        }
    }

    @Test
    @Tag("C3")
    void the_same_fact_is_sealed_to_other_bytes_each_time() {
        assertFalse(Arrays.equals(value, sealer.seal(MetadataPurpose.CHECK, "name", FACT)));
    }
}
