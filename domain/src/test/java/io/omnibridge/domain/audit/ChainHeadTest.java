package io.omnibridge.domain.audit;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainHeadTest {

    private static final String MAC = "6c1f218dab4282a27b3c9653b64d838cb7270534f3ca2dc1ca76c4f61426e74c";
    private static final long LARGEST = 999_999_999_999_999_999L;

    @Property
    void a_printed_head_is_parsed_to_the_same_head(@ForAll @LongRange(min = 1, max = LARGEST) long count) {
        ChainHead head = new ChainHead(count, MAC);

        assertEquals(head, ChainHead.parse(head.toString()));
    }

    @Test
    void a_head_is_printed_as_count_dot_mac() {
        assertEquals("12." + MAC, new ChainHead(12, MAC).toString());
        assertEquals(LARGEST, ChainHead.parse(LARGEST + "." + MAC).count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                MAC,
                "." + MAC,
                "0." + MAC,
                "01." + MAC,
                "-1." + MAC,
                "+1." + MAC,
                "1000000000000000000." + MAC,
                "12 ." + MAC,
                "12." + MAC + "0",
                "12." + MAC + "\n",
                "12.6C1F" + MAC,
                "12.",
                "١." + MAC
            })
    @Tag("U3")
    void other_texts_are_not_parsed(String text) {
        assertRefused(ChainHead::parse, text);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, LARGEST + 1, Long.MAX_VALUE})
    void impossible_counts_are_refused(long count) {
        assertRefused(mac -> new ChainHead(count, mac), MAC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", MAC + "0", "6C1F218DAB4282A27B3C9653B64D838CB7270534F3CA2DC1CA76C4F61426E74C"})
    void malformed_macs_are_refused(String mac) {
        assertRefused(value -> new ChainHead(1, value), mac);
    }
}
