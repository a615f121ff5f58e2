package io.omnibridge.adapters.support.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Body of an HTTP response up to a maximum size, decoded if it is compressed by gzip (RFC 9110 §8.4.1.3). The body is empty if
 * the response or what it decodes to is longer, if it has another content encoding, or more than 200 header fields. The
 * connection is then closed at once.
 */
public final class BoundedBody implements BodySubscriber<Optional<byte[]>> {

    private static final int MAX_HEADER_FIELDS = 200;

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private final boolean isAccepted;
    private final boolean isCompressed;
    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Optional<byte[]>> result = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    private BoundedBody(HttpHeaders headers, int maxBytes) {
        List<String> encodings = encodings(headers);
        this.isCompressed = encodings.size() == 1 && GZIP.contains(encodings.get(0));
        this.isAccepted = (encodings.isEmpty() || isCompressed) && isAcceptable(headers, maxBytes);
        this.maxBytes = maxBytes;
    }

    /** Returns a handler for bodies of at most {@code maxBytes}. */
    public static BodyHandler<Optional<byte[]>> upTo(int maxBytes) {
        return response -> new BoundedBody(response.headers(), maxBytes);
    }

    /** Returns the content encodings in lower case, without {@code identity}, which encodes nothing. */
    private static List<String> encodings(HttpHeaders headers) {
        return headers.allValues("Content-Encoding").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty() && !value.equals("identity"))
                .toList();
    }

    private static boolean isAcceptable(HttpHeaders headers, int maxBytes) {
        boolean isShort = headers.firstValue("Content-Length").orElse("0").length()
                <= Integer.toString(maxBytes).length();
        int fields = headers.map().values().stream().mapToInt(List::size).sum();
        return isShort && fields <= MAX_HEADER_FIELDS;
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
        byte[] body = bytes.toByteArray();
        result.complete(isCompressed && body.length > 0 ? decompressed(body) : Optional.of(body));
    }

    /** Decodes no further than one byte beyond the maximum, however much a small body could decode to. */
    private Optional<byte[]> decompressed(byte[] body) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] decoded = gzip.readNBytes(maxBytes + 1);
            return decoded.length <= maxBytes ? Optional.of(decoded) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void giveUp(Subscription granted) {
        granted.cancel();
        result.complete(Optional.empty());
    }
}
