package io.omnibridge.adapters.store.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * KMS without a network: each URI that begins with {@code fake-kms://} names a key of its own. Some keys fail with messages that
 * must not be repeated.
 */
public final class FakeKmsClient implements KmsClient {

    public static final String PREFIX = "fake-kms://";
    public static final String AWAY = PREFIX + "away";
    public static final String DECRYPT_ONLY = PREFIX + "decrypt-only";
    static final String MUTE = PREFIX + "mute";
    static final String WITHOUT_CREDENTIALS = PREFIX + "without-credentials";
    static final String INCOMPLETE = PREFIX + "incomplete";
    static final String TALK = "message that must not be repeated";

    @Override
    public boolean doesSupport(String uri) {
        return uri.startsWith(PREFIX);
    }

    @Override
    public KmsClient withCredentials(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(String uri) throws GeneralSecurityException {
        if (uri.equals(WITHOUT_CREDENTIALS)) {
            throw new GeneralSecurityException(TALK);
        }
        return new Key(uri);
    }

    private static final class Key implements Aead {

        private static final int NONCE = 12;

        private final String uri;

        Key(String uri) {
            this.uri = uri;
        }

        /** With a nonce of zeros: each key is used once or twice, and keeps no secret. */
        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
            if (uri.equals(DECRYPT_ONLY)) {
                throw new GeneralSecurityException(TALK);
            }
            return crypt(Cipher.ENCRYPT_MODE, plaintext, associatedData);
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
            return crypt(Cipher.DECRYPT_MODE, ciphertext, associatedData);
        }

        private byte[] crypt(int mode, byte[] input, byte[] associatedData) throws GeneralSecurityException {
            switch (uri) {
                case AWAY -> throw new GeneralSecurityException(TALK, new ConnectException(TALK));
                case INCOMPLETE -> throw new NoClassDefFoundError(TALK);
                case MUTE -> waitForever();
                default -> {}
            }
            byte[] key = MessageDigest.getInstance("SHA-256").digest(uri.getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[NONCE]));
            cipher.updateAAD(Arrays.copyOf(associatedData, associatedData.length));
            return cipher.doFinal(input);
        }

        private static void waitForever() {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
