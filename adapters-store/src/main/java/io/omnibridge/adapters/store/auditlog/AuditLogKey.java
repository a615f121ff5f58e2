package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.domain.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Key of the MACs of all audit logs of a vault. With it anyone can write an audit log that verifies, so a store keeps it sealed only.
 * Immutable; its text form and its accessors do not reveal its bytes.
 */
public final class AuditLogKey {

    /** Length of a key in bytes. */
    public static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * @param bytes 32 random bytes
     * @throws InvalidValue if the length is another
     */
    public AuditLogKey(byte[] bytes) {
        InvalidValue.unless(bytes.length == LENGTH, "must be " + LENGTH + " bytes");
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Whether the key has these bytes; compares in constant time. */
    public boolean hasBytes(byte[] bytes) {
        return MessageDigest.isEqual(key.getEncoded(), bytes);
    }

    /** Returns the id of the vault that has this key: 16 hexadecimal digits, which do not reveal the key. */
    public String vaultId() {
        byte[] mac = mac("omnibridge vault id".getBytes(StandardCharsets.UTF_8)).toBytes();
        return HexFormat.of().formatHex(mac, 0, 8);
    }

    /** Returns the HMAC-SHA256 (RFC 2104) of {@code message}. */
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
