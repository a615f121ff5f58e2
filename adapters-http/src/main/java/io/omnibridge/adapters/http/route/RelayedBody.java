package io.omnibridge.adapters.http.route;

import io.javalin.http.Context;
import io.omnibridge.adapters.http.server.RequestAttributes;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/**
 * Response whose body comes from a publisher. It requests a piece after the client has read the one before, so no thread waits for
 * either, and only one piece is in memory. While it waits for a piece, the client does not count as slow. A client that goes away
 * cancels the publisher.
 */
final class RelayedBody implements WriteListener, Flow.Subscriber<ByteBuffer> {

    private final EndPoint connection;
    private final Runnable clientWaits;
    private final ServletOutputStream out;
    private final Flow.Publisher<ByteBuffer> body;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private byte @Nullable [] piece;
    private boolean isRequested;
    private boolean isComplete;
    private boolean isProceeding;

    private RelayedBody(Context context, Flow.Publisher<ByteBuffer> body) throws IOException {
        this.connection = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        this.clientWaits =
                Objects.requireNonNull((Runnable) context.req().getAttribute(RequestAttributes.CLIENT_WAITS));
        this.out = context.res().getOutputStream();
        this.body = body;
    }

    /** Starts the writing after the handler has returned. Status and headers must be set before. */
    static void relay(Context context, Flow.Publisher<ByteBuffer> body) {
        try {
            RelayedBody relayed = new RelayedBody(context, body);
            context.future(relayed::begin);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer cannot fail", e);
        }
    }

    private CompletableFuture<Void> begin() {
        body.subscribe(this);
        return ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription upstream) {
        synchronized (this) {
            subscription = upstream;
        }
        out.setWriteListener(this);
    }

    @Override
    public void onWritePossible() {
        proceed();
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        synchronized (this) {
            piece = copy;
            isRequested = false;
        }
        proceed();
    }

    @Override
    public void onComplete() {
        synchronized (this) {
            isComplete = true;
        }
        proceed();
    }

    /** Closes the connection. The status is already sent, so only this tells the client that the body is incomplete. */
    @Override
    public void onError(Throwable failure) {
        connection.close();
        ended.complete(null);
        cancel();
    }

    /** Writes what is there if the client is ready for it, and then requests the next piece, or ends. */
    private synchronized void proceed() {
        if (isProceeding) {
            return;
        }
        isProceeding = true;
        try {
            writeWhileReady();
        } catch (IOException | IllegalStateException e) {
            onError(e);
        } finally {
            isProceeding = false;
        }
    }

    private void writeWhileReady() throws IOException {
        while (!ended.isDone() && out.isReady()) {
            if (piece != null) {
                out.write(piece);
                piece = null;
            } else if (isComplete) {
                ended.complete(null);
            } else if (isRequested) {
                return;
            } else {
                isRequested = true;
                clientWaits.run();
                Objects.requireNonNull(subscription).request(1);
            }
        }
    }

    private synchronized void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
