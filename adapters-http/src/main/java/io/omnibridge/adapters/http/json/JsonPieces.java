package io.omnibridge.adapters.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * One JSON document in UTF-8, written in pieces as they are asked for, so that of a long one no more than a piece is in
 * memory. Not thread-safe.
 */
public final class JsonPieces implements Iterator<byte[]> {

    /** A piece ends with the first part that takes it to this size. */
    static final int PIECE_SIZE = 16 * 1024;

    private static final int USUAL_SIZE = 512;

    private final Iterator<? extends JsonWriter.Body> parts;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream(USUAL_SIZE);
    private final JsonGenerator json = JsonWriter.generator(piece);

    private JsonPieces(Stream<? extends JsonWriter.Body> parts) {
        this.parts = parts.iterator();
    }

    /** The document that {@code parts} write one after the other. */
    public static JsonPieces of(Stream<? extends JsonWriter.Body> parts) {
        return new JsonPieces(parts);
    }

    /** The document of one part. */
    public static JsonPieces of(JsonWriter.Body whole) {
        return new JsonPieces(Stream.of(whole));
    }

    @Override
    public boolean hasNext() {
        return parts.hasNext();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        piece.reset();
        try {
            writeParts();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return piece.toByteArray();
    }

    private void writeParts() throws IOException {
        while (parts.hasNext() && piece.size() < PIECE_SIZE) {
            parts.next().writeTo(json);
            json.flush();
        }
        if (!parts.hasNext()) {
            json.close();
        }
    }
}
