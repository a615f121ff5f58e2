package io.omnibridge.adapters.http.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Reads one body, each piece when it comes: no thread waits for it. Of a body that is too large nothing is kept, but some
 * more of it is read, so that a client that sends all before it listens still hears why it was refused.
 */
final class BodyReader implements Invocable.Task {

    /** How much of a body that is refused is read nevertheless, in bytes. */
    static final int MAX_DISCARDED = 1024 * 1024;

    private static final int DEFAULT_SIZE = 2048;

    /** Hears how it ended, once: on the thread that began to read, before that returns, or on one that must not wait. */
    interface Listener {
        void read(byte[] body);

        void tooLarge();

        void failed(Throwable failure);
    }

    private final Request request;
    private final int maxBytes;
    private final Listener listener;
    private ByteArrayOutputStream body = new ByteArrayOutputStream(DEFAULT_SIZE);
    private long count;

    BodyReader(Request request, int maxBytes, Listener listener) {
        this.request = request;
        this.maxBytes = maxBytes;
        this.listener = listener;
    }

    @Override
    public void run() {
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

    /** Whether there is more to read. */
    private boolean take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            request.fail(chunk.getFailure());
            listener.failed(chunk.getFailure());
            return false;
        }
        keep(chunk.getByteBuffer());
        chunk.release();
        if (chunk.isLast() || count > MAX_DISCARDED) {
            end();
            return false;
        }
        return true;
    }

    private void keep(ByteBuffer piece) {
        count += piece.remaining();
        if (count > maxBytes) {
            body = new ByteArrayOutputStream(0);
        } else {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            body.writeBytes(bytes);
        }
    }

    private void end() {
        if (count > maxBytes) {
            listener.tooLarge();
        } else {
            listener.read(body.toByteArray());
        }
    }
}
