package io.omnibridge.adapters.support.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Body of an HTTP response up to a maximum size. The body is empty, and the connection is closed at once, if the response is
 * longer, has a content encoding (a small body could decode to a large one), or has more than 200 header fields.
 */
public final class BoundedBody implements BodySubscriber<Optional<byte[]>> {

    private static final int MAX_HEADER_FIELDS = 200;

    private final boolean isAccepted;
    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Optional<byte[]>> result = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    private BoundedBody(boolean isAccepted, int maxBytes) {
        this.isAccepted = isAccepted;
        this.maxBytes = maxBytes;
    }

    /** Returns a handler for bodies of at most {@code maxBytes}. */
    public static BodyHandler<Optional<byte[]>> upTo(int maxBytes) {
        return response -> new BoundedBody(isAcceptable(response.headers(), maxBytes), maxBytes);
    }

    private static boolean isAcceptable(HttpHeaders headers, int maxBytes) {
        boolean isPlain = headers.allValues("Content-Encoding").stream().allMatch("identity"::equalsIgnoreCase);
        boolean isShort = headers.firstValue("Content-Length").orElse("0").length()
                <= Integer.toString(maxBytes).length();
        int fields = headers.map().values().stream().mapToInt(List::size).sum();
        return isPlain && isShort && fields <= MAX_HEADER_FIELDS;
    }

    @Override
    public CompletionStage<Optional<byte[]>> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription granted) {
        subscription = granted;
        if (isAccepted) {
            granted.request(Long.MAX_VALUE);
        } else {
            giveUp(granted);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (bytes.size() + buffer.remaining() > maxBytes && subscription != null) {
                giveUp(subscription);
                return;
            }
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.write(part, 0, part.length);
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(Optional.of(bytes.toByteArray()));
    }

    private void giveUp(Subscription granted) {
        granted.cancel();
        result.complete(Optional.empty());
    }
}
