package io.omnibridge.adapters.http.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Reads one body without blocking. A body that is too large is discarded. It is still read up to
 * {@link #MAX_DISCARDED_BYTES}, so that a client that sends everything before it reads receives the error.
 */
final class BodyReader implements Invocable.Task {

    /** Maximum number of bytes to read of a body that is too large. */
    static final int MAX_DISCARDED_BYTES = 1024 * 1024;

    private static final int INITIAL_BUFFER_BYTES = 2048;

    private final Request request;
    private final BodyContinuation continuation;
    private ByteArrayOutputStream body = new ByteArrayOutputStream(INITIAL_BUFFER_BYTES);
    private long count;

    BodyReader(Request request, BodyContinuation continuation) {
        this.request = request;
        this.continuation = continuation;
    }

    /** Reads what there is. An error, such as too little memory for the body, fails this request and nothing else. */
    @Override
    public void run() {
        try {
            readAvailable();
        } catch (Error e) {
            continuation.failed(e);
        }
    }

    private void readAvailable() {
        boolean more = true;
        while (more) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                more = false;
            } else {
                more = take(chunk);
            }
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Takes one chunk and returns whether more chunks follow. */
    private boolean take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            request.fail(chunk.getFailure());
            continuation.failed(chunk.getFailure());
            return false;
        }
        keep(chunk.getByteBuffer());
        chunk.release();
        if (chunk.isLast() || count > MAX_DISCARDED_BYTES) {
            end();
            return false;
        }
        return true;
    }

    private void keep(ByteBuffer piece) {
        count += piece.remaining();
        if (count > BodyHandler.MAX_BYTES) {
            body = new ByteArrayOutputStream(0);
        } else {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            body.writeBytes(bytes);
        }
    }

    private void end() {
        if (count > BodyHandler.MAX_BYTES) {
            continuation.tooLarge();
        } else {
            continuation.read(body.toByteArray());
        }
    }
}
