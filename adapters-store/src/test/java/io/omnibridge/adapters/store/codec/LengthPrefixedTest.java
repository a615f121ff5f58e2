package io.omnibridge.adapters.store.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

@Tag("C1")
@Tag("Z2")
class LengthPrefixedTest {

    @Property
    void parts_can_be_read_back_so_no_two_lists_of_parts_look_the_same(
            @ForAll @Size(max = 8) List<@StringLength(max = 20) String> parts) {
        assertEquals(parts, read(LengthPrefixed.of(parts.toArray(String[]::new))));
    }

    private static List<String> read(byte[] joined) {
        ByteBuffer buffer = ByteBuffer.wrap(joined);
        List<String> parts = new ArrayList<>();
        while (buffer.hasRemaining()) {
            byte[] utf8 = new byte[buffer.getInt()];
            buffer.get(utf8);
            parts.add(new String(utf8, StandardCharsets.UTF_8));
        }
        return parts;
    }
}
