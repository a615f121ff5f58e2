package io.omnibridge.adapters.http.route;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * Writes a body that is longer than what the server would buffer, each piece as soon as the client has taken the one before:
 * no thread waits for a slow reader, and no more than a piece is in memory.
 */
final class StreamedResponse implements WriteListener {

    private final EndPoint connection;
    private final ServletOutputStream out;
    private final Iterator<byte[]> pieces;
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private byte[] next;

    private StreamedResponse(Context context, byte[] first, Iterator<byte[]> more) throws IOException {
        this.connection = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        this.out = context.res().getOutputStream();
        this.next = first;
        this.pieces = more;
    }

    /** Begins once the request has been handled; status and headers have been set. */
    static void write(Context context, byte[] first, Iterator<byte[]> more) throws IOException {
        StreamedResponse respond = new StreamedResponse(context, first, more);
        context.future(respond::begin);
    }

    private CompletableFuture<Void> begin() {
        out.setWriteListener(this);
        return written;
    }

    @Override
    public void onWritePossible() throws IOException {
        try {
            writeWhileReady();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            breakOff(e);
        }
    }

    private void writeWhileReady() throws IOException {
        while (out.isReady()) {
            if (next.length == 0) {
                written.complete(null);
                return;
            }
            out.write(next);
            next = pieces.hasNext() ? pieces.next() : new byte[0];
        }
    }

    /** The client is gone, or was cut: nobody is left to answer. */
    @Override
    public void onError(Throwable failure) {
        written.complete(null);
    }

    /** The status is out already: only a connection that breaks off says that this was not all. */
    private void breakOff(Throwable fault) {
        ExceptionMapper.fault(fault);
        connection.close();
        written.complete(null);
    }
}
