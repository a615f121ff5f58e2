package io.omnibridge.adapters.store.sealing;

import io.omnibridge.application.port.CredentialsUnreadable;
import java.util.Base64;
import java.util.Optional;

/** Sealed values as text: base64url without padding (RFC 4648 §5). Thread-safe. */
record SealedText(ContentSealer content) {

    /** Longer than any text that is sealed here. */
    private static final int MAX_LENGTH = 16 * 1024;

    SealedText(Keyset keyset) {
        this(new ContentSealer(keyset));
    }

    /** Returns what {@code value} writes, sealed. */
    String seal(ContentWriter value, byte[] associatedData) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.seal(value, associatedData));
    }

    /** Opens what was sealed with this associated data; empty for anything else, however malformed. */
    <T> Optional<T> open(String text, byte[] associatedData, ContentReader<T> reader) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(content.open(Base64.getUrlDecoder().decode(text), associatedData, reader));
        } catch (IllegalArgumentException | CredentialsUnreadable e) {
            return Optional.empty();
        }
    }
}
