package io.omnibridge.adapters.store.codec;

import static io.omnibridge.adapters.store.codec.StoredUseSamples.RECEIPTS;
import static io.omnibridge.application.port.Samples.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UseReceiptCodecTest {

    private static final List<String> GOLDEN = GoldenFile.lines(UseReceiptCodecTest.class, "uses.jsonl");

    @Test
    @Tag("U4")
    void receipts_are_written_and_read_as_in_the_golden_file() {
        assertEquals(GOLDEN, RECEIPTS.stream().map(UseReceiptCodec::of).toList());
        assertEquals(
                RECEIPTS,
                GOLDEN.stream().map(text -> UseReceiptCodec.parse(ALICE, text)).toList());
    }

    @Test
    void any_other_text_is_refused() {
        String text = GOLDEN.get(1);
        for (String other : List.of(
                "",
                text + "!",
                text.replace("{\"v\":1,", "{\"v\":2,"),
                text.replace("{\"v\":1,", "{\"v\":1,\"query\":\"x\","),
                text.replace("\"target2\"", "\"target3\""),
                text.replace("\"target1\"", "\"target0\""),
                text.replace("\"kind\":\"API\"", "\"kind\":\"WRITE\""),
                text.replace("\"outcome\":\"USED\"", "\"outcome\":\"FAILED\""))) {
            assertThrows(IllegalArgumentException.class, () -> UseReceiptCodec.parse(ALICE, other), other);
        }
    }
}
