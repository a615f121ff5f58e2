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
 * Response whose body is too long to buffer. It writes each piece after the client has read the one before, so no thread waits
 * for a slow client. Only one piece is in memory.
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

    /** Starts the writing after the handler has returned. Status and headers must be set before. */
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
        } catch (RuntimeException | Error e) {
            abort(e);
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

    /** Ends the response: the connection is closed, so nothing more can be sent. */
    @Override
    public void onError(Throwable failure) {
        written.complete(null);
    }

    /** Closes the connection. The status is already sent, so only this tells the client that the body is incomplete. */
    private void abort(Throwable fault) {
        ExceptionMapper.unexpected(fault);
        connection.close();
        written.complete(null);
    }
}
