package io.omnibridge.adapters.providers.transport;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a body of bounded size; of any other one it gives up at once, and the connection with it. */
final class BoundedBody implements BodySubscriber<Optional<byte[]>> {

    /** The most bytes that an answer may have. */
    static final int MAX_BYTES = 256 * 1024;

    private static final int MOST_HEADERS = 200;

    private final boolean isWanted;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Optional<byte[]>> result = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    private BoundedBody(boolean isWanted) {
        this.isWanted = isWanted;
    }

    static BodySubscriber<Optional<byte[]>> of(ResponseInfo response) {
        HttpHeaders headers = response.headers();
        boolean isPlain = headers.allValues("Content-Encoding").stream().allMatch("identity"::equalsIgnoreCase);
        boolean isShort = headers.firstValue("Content-Length").orElse("0").length()
                <= Integer.toString(MAX_BYTES).length();
        long count = headers.map().values().stream().mapToInt(List::size).sum();
        return new BoundedBody(isPlain && isShort && count <= MOST_HEADERS);
    }

    @Override
    public CompletionStage<Optional<byte[]>> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (isWanted) {
            given.request(Long.MAX_VALUE);
        } else {
            giveUp(given);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (bytes.size() + buffer.remaining() > MAX_BYTES && subscription != null) {
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

    private void giveUp(Subscription given) {
        given.cancel();
        result.complete(Optional.empty());
    }
}
