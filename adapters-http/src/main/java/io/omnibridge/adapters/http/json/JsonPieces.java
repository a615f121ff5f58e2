package io.omnibridge.adapters.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One JSON document in UTF-8, written in pieces as they are asked for, so that of a long one no more than a piece is in
 * memory. Not thread-safe.
 */
public final class JsonPieces implements Iterator<byte[]> {

    private static final JsonFactory JSON = new JsonFactory();

    /** A piece ends with the first part that takes it to this size. */
    static final int PIECE_SIZE = 16 * 1024;

    private final Iterator<? extends JsonBody> parts;
    /** Empty: it grows to what the generator hands over, which of a short document is everything at once. */
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream(0);

    private final JsonGenerator json = generator(piece);

    private JsonPieces(List<? extends JsonBody> parts) {
        this.parts = parts.iterator();
    }

    /** The document that {@code parts} write one after the other. */
    public static JsonPieces of(List<? extends JsonBody> parts) {
        return new JsonPieces(parts);
    }

    /** The document of one part. */
    public static JsonPieces of(JsonBody whole) {
        return new JsonPieces(List.of(whole));
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
        while (parts.hasNext() && piece.size() + json.getOutputBuffered() < PIECE_SIZE) {
            parts.next().writeTo(json);
        }
        if (parts.hasNext()) {
            json.flush();
        } else {
            json.close();
        }
    }

    /** Writes UTF-8 to {@code out}. */
    private static JsonGenerator generator(OutputStream out) {
        try {
            return JSON.createGenerator(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }
}
