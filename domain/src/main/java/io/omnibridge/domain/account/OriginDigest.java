package io.omnibridge.domain.account;

import io.omnibridge.domain.Sha256;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Short digest of a {@link TokenOrigin}, which is stored beside sealed credentials in the clear. It tells whether the
 * configured client could refresh them, without opening them. It only decides what is shown: refreshes use the sealed
 * origin. It is not secret.
 *
 * @param value 32 bits of the SHA-256 of the client id, then 32 bits of that of the token endpoint
 */
public record OriginDigest(long value) {

    /** Returns the digest of {@code origin}. */
    public static OriginDigest of(TokenOrigin origin) {
        return new OriginDigest(((long) digest(origin.clientId()) << Integer.SIZE)
                | Integer.toUnsignedLong(digest(origin.tokenEndpoint())));
    }

    /**
     * Returns whether it can be the digest of this client and server.
     *
     * @param tokenEndpoint the origin of the token endpoint; empty if it is not known, and then only the client is compared
     */
    public boolean canBeOf(String clientId, Optional<URI> tokenEndpoint) {
        return (int) (value >>> Integer.SIZE) == digest(clientId)
                && tokenEndpoint
                        .map(OriginDigest::digest)
                        .filter(it -> it != (int) value)
                        .isEmpty();
    }

    private static int digest(URI uri) {
        return digest(uri.toString());
    }

    private static int digest(String text) {
        return ByteBuffer.wrap(Sha256.newDigest().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getInt();
    }
}
