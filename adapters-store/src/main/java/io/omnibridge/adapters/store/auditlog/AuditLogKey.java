package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.domain.InvalidValue;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of every record's chain. Whoever has it can write records that verify: it must not be in the clear where the
 * records are. Immutable; cannot print itself and does not give its bytes away.
 */
public final class AuditLogKey {

    /** How many bytes a key has. */
    public static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * @param bytes 32 random bytes
     * @throws InvalidValue if there are more or fewer
     */
    public AuditLogKey(byte[] bytes) {
        InvalidValue.unless(bytes.length == LENGTH, "must be " + LENGTH + " bytes");
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Whether it was made of {@code bytes}; takes a time that does not depend on where they differ. */
    public boolean hasBytes(byte[] bytes) {
        return MessageDigest.isEqual(key.getEncoded(), bytes);
    }

    /** HMAC-SHA256 (RFC 2104) of {@code message}. */
    EventMac mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return new EventMac(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "AuditLogKey[redacted]";
    }
}
