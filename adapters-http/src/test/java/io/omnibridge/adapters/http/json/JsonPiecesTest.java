package io.omnibridge.adapters.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonPiecesTest {

    private static final int PARTS = 1_000;

    @Test
    void a_short_document_is_one_piece() {
        JsonPieces pieces = JsonPieces.of(json -> json.writeString("é"));
        assertEquals("\"é\"", new String(pieces.next(), UTF_8));
        assertFalse(pieces.hasNext());
        assertThrows(NoSuchElementException.class, pieces::next);
    }

    @Test
    void a_long_document_comes_in_pieces_that_are_never_much_larger_than_they_should_be() {
        StringBuilder whole = new StringBuilder();
        JsonPieces pieces = JsonPieces.of(array());
        int count = 0;
        for (; pieces.hasNext(); count++) {
            byte[] piece = pieces.next();
            assertTrue(piece.length < JsonPieces.PIECE_SIZE + 200);
            whole.append(new String(piece, UTF_8));
        }
        assertTrue(count > 5);
        assertEquals(
                "[" + ("\"" + "x".repeat(100) + "\",").repeat(PARTS - 1) + "\"" + "x".repeat(100) + "\"]",
                whole.toString());
    }

    private static List<JsonBody> array() {
        Stream<JsonBody> elements = Stream.generate(() -> json -> json.writeString("x".repeat(100)));
        return Stream.concat(
                        Stream.concat(Stream.of(json -> json.writeStartArray()), elements.limit(PARTS)),
                        Stream.of(json -> json.writeEndArray()))
                .toList();
    }
}
